package fr.ptce.relance;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;

/** The same on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL)
class AgendaPostgresTest extends AgendaTest {}

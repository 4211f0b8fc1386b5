package fr.ptce.besoins;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;

/** The same on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL)
class RecensementPostgresTest extends RecensementTest {}

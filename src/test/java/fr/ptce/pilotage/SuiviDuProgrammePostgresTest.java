package fr.ptce.pilotage;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;

/** The same on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL)
class SuiviDuProgrammePostgresTest extends SuiviDuProgrammeTest {}

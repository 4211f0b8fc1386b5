package fr.ptce.publication;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;

/** The same on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL)
class BoiteAOutilsPostgresTest extends BoiteAOutilsTest {}

package fr.ptce.monographie;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;

/** The same on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL)
class PagesDesMonographiesPostgresTest extends PagesDesMonographiesTest {}

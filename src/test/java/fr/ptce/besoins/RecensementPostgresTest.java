package fr.ptce.besoins;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;
import fr.ptce.essai.Depart;

/** The same on the database of production. */
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL, depart = Depart.DEMONSTRATION)
class RecensementPostgresTest extends RecensementDeLaDemonstrationTest {}

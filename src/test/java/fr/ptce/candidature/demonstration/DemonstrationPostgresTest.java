package fr.ptce.candidature.demonstration;

import fr.ptce.ApplicationDeTest;
import fr.ptce.essai.BaseDEssai;
import fr.ptce.essai.Depart;
import org.junit.jupiter.api.Tag;

/** The same on the database of production; telling it there once more takes longer than the ordinary ring has. */
@Tag("long")
@ApplicationDeTest(base = BaseDEssai.POSTGRESQL, depart = Depart.DEMONSTRATION)
class DemonstrationPostgresTest extends DemonstrationTest {}

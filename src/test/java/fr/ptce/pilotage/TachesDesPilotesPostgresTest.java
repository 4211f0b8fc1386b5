package fr.ptce.pilotage;

import fr.ptce.ApplicationDeTest;
import fr.ptce.SurPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The same on the database of production. */
@ApplicationDeTest
@Import({SurPostgres.class, DossiersEnCours.class})
@DirtiesContext
class TachesDesPilotesPostgresTest extends TachesDesPilotesTest {}

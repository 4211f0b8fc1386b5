package fr.ptce.pilotage;

import fr.ptce.ApplicationDeTest;
import fr.ptce.SurPostgres;
import org.springframework.context.annotation.Import;

/** The same on the database of production. */
@ApplicationDeTest
@Import({SurPostgres.class, CandidaturesDEssai.class})
class DiagrammesPostgresTest extends DiagrammesTest {}

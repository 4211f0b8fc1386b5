package fr.ptce.monographie;

import fr.ptce.ApplicationDeTest;
import fr.ptce.SurPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The same on the database of production. */
@ApplicationDeTest
@Import({SurPostgres.class, PolesDEssai.class})
@DirtiesContext
class MonographiePostgresTest extends MonographieTest {}

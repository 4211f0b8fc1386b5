package fr.ptce.relance;

import fr.ptce.ApplicationDeTest;
import fr.ptce.SurPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The same on the database of production. */
@ApplicationDeTest
@Import(SurPostgres.class)
@DirtiesContext
class AgendaPostgresTest extends AgendaTest {}

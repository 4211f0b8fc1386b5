package fr.ptce.besoins;

import fr.ptce.SurPostgres;
import fr.ptce.moteur.Pas;
import org.springframework.context.annotation.Import;

/** The same on the database of production. */
@Import({SurPostgres.class, Pas.class})
class RecensementPostgresTest extends RecensementDeLaDemonstrationTest {}

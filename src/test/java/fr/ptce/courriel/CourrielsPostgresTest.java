package fr.ptce.courriel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same behaviour on PostgreSQL, whose locks and failed statements differ from those of H2. */
class CourrielsPostgresTest extends CourrielsTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void demarrerPostgres() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void arreterPostgres() throws Exception {
        postgres.close();
    }

    @Override
    DataSource donnees() throws Exception {
        String base = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connexion = postgres.getPostgresDatabase().getConnection();
                var commande = connexion.createStatement()) {
            commande.execute("create database " + base);
        }
        return postgres.getDatabase("postgres", base);
    }
}

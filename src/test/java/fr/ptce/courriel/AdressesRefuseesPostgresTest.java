package fr.ptce.courriel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on PostgreSQL, where a failed statement spoils its transaction. */
class AdressesRefuseesPostgresTest extends AdressesRefuseesTest {

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

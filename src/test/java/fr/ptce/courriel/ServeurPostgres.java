package fr.ptce.courriel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** PostgreSQL for the tests of a class, with a database for each. */
class ServeurPostgres implements BeforeAllCallback, AfterAllCallback {

    private EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext classe) throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @Override
    public void afterAll(ExtensionContext classe) throws IOException {
        postgres.close();
    }

    DataSource nouvelleBase() throws SQLException {
        String base = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connexion = postgres.getPostgresDatabase().getConnection();
                var commande = connexion.createStatement()) {
            commande.execute("create database " + base);
        }
        return postgres.getDatabase("postgres", base);
    }
}

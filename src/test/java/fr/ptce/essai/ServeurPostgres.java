package fr.ptce.essai;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * The one PostgreSQL of this JVM, with the settings of production where they change what statements mean, and none of
 * its care for a power cut.
 *
 * <p>In the locale C, which many servers have: it sorts and lowers ASCII letters only.
 */
public final class ServeurPostgres implements Serveur {

    private static EmbeddedPostgres postgres;

    /** The running server, started when it is first asked for. */
    static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            Instant debut = Instant.now();
            try {
                postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Mesures.noter("PostgreSQL", debut);
        }
        return postgres;
    }

    /** An empty database for who wires things by hand. */
    public static DataSource nouvelleBase() {
        return new ServeurPostgres().ouvrir(Serveur.nouveauNom());
    }

    @Override
    public DataSource ouvrir(String nom) {
        if (!existe(nom)) {
            executer("create database " + nom);
        }
        return postgres().getDatabase("postgres", nom);
    }

    @Override
    public void copier(String modele, String copie) {
        executer("create database " + copie + " template " + modele + " strategy file_copy");
    }

    @Override
    public void supprimer(String nom) {
        executer("drop database " + nom + " with (force)");
    }

    private static boolean existe(String nom) {
        try (Connection connexion = postgres().getPostgresDatabase().getConnection();
                Statement commande = connexion.createStatement()) {
            return commande.executeQuery("select 1 from pg_database where datname = '" + nom + "'")
                    .next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void executer(String commande) {
        try (Connection connexion = postgres().getPostgresDatabase().getConnection();
                Statement execution = connexion.createStatement()) {
            execution.execute(commande);
        } catch (SQLException e) {
            throw new IllegalStateException(commande, e);
        }
    }
}

package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in another JVM, killed without warning in the middle of 1,000 e-mails and started again. */
@Tag("long")
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApplicationTueeEnPleinEnvoiTest {

    private static final int COURRIELS = ApplicationDeCourrielsTuee.LOTS * ApplicationDeCourrielsTuee.PAR_LOT;
    private static final int AVANT_LA_MORT = 400;

    /** As many e-mails may be on their way when the application dies. */
    private static final int FILS = 4;

    @TempDir
    private Path donnees;

    private Process enfant;

    @AfterEach
    void arreter() {
        if (enfant != null) {
            enfant.destroyForcibly();
        }
    }

    @Test
    void personneNePerdUnCourrielEtUnDoubleEstLeMemeMessage() throws Exception {
        try (ServeurDeTest serveur = new ServeurDeTest(recus -> true)) {
            demarrer("lancer", serveur.port());
            await().atMost(Duration.ofSeconds(100)).until(() -> {
                assertThat(enfant.isAlive() || serveur.recus.size() >= AVANT_LA_MORT)
                        .as(sortie())
                        .isTrue();
                return serveur.recus.size() >= AVANT_LA_MORT;
            });
            enfant.destroyForcibly().waitFor();
            assertThat(serveur.recus.size()).isBetween(AVANT_LA_MORT, COURRIELS - 1);

            demarrer("reprendre", serveur.port());
            assertThat(enfant.waitFor(100, TimeUnit.SECONDS)).as(sortie()).isTrue();
            assertThat(enfant.exitValue()).as(sortie()).isZero();

            assertThat(serveur.parDestinataire())
                    .hasSize(COURRIELS)
                    .allSatisfy((destinataire, recus) ->
                            assertThat(new HashSet<>(recus)).as(destinataire).hasSize(1));
            assertThat(serveur.recus).hasSizeLessThanOrEqualTo(COURRIELS + FILS);
            assertThat(serveur.doubles()).isSubsetOf(messageIds("renvois > 0"));
            assertThat(messageIds("renvois > 0")).hasSizeLessThanOrEqualTo(FILS);
            assertThat(messageIds("etat = 'envoye'")).hasSize(COURRIELS);
        }
    }

    private void demarrer(String action, int portSmtp) throws IOException {
        List<String> commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ApplicationDeCourrielsTuee.class.getName(),
                action,
                // Neither demo, which catches its own e-mails, nor prod, which wants its secrets.
                "--spring.profiles.active=essai",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + portSmtp,
                "--server.port=0",
                "--ptce.donnees=" + donnees,
                "--camunda.bpm.job-execution.core-pool-size=" + FILS,
                "--camunda.bpm.job-execution.max-pool-size=" + FILS,
                "--camunda.bpm.job-execution.lock-time-in-millis=10000",
                "--camunda.bpm.job-execution.max-wait=1000",
                "--spring.lifecycle.timeout-per-shutdown-phase=2s",
                "--logging.level.root=warn"));
        enfant = new ProcessBuilder(commande)
                .redirectErrorStream(true)
                .redirectOutput(fichierDeSortie())
                .start();
    }

    private File fichierDeSortie() {
        return donnees.resolve("sortie.txt").toFile();
    }

    private String sortie() {
        try {
            return Files.readString(fichierDeSortie().toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Set<String> messageIds(String condition) throws SQLException {
        try (Connection connexion = DriverManager.getConnection("jdbc:h2:file:" + donnees.resolve("ptce"), "ptce", "");
                ResultSet resultat = connexion
                        .createStatement()
                        .executeQuery("select message_id from courriel where " + condition)) {
            Set<String> lus = new HashSet<>();
            while (resultat.next()) {
                lus.add(resultat.getString(1));
            }
            return lus;
        }
    }
}

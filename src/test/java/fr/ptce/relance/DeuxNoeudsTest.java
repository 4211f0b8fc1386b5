package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL share the daily run: everybody gets their one e-mail. */
@Tag("long")
class DeuxNoeudsTest {

    @TempDir
    private Path dossier;

    private final List<Process> noeuds = new ArrayList<>();

    @AfterEach
    void arreter() {
        noeuds.forEach(Process::destroyForcibly);
    }

    @Test
    void chacunRecoitUnSeulResume() throws Exception {
        GreenMail serveur = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        serveur.start();
        try (EmbeddedPostgres base = EmbeddedPostgres.start()) {
            finir(demarrer("preparer", base, serveur), "preparer");
            demarrer("servir", base, serveur);
            await().atMost(Duration.ofSeconds(90)).until(() -> sortie("servir").contains("PRET"));
            finir(demarrer("declencher", base, serveur), "declencher");

            assertThat(sortie("declencher")).contains("ENVOYEES " + NoeudDeRelances.PERSONNES);
            List<String> destinataires = new ArrayList<>();
            for (MimeMessage message : serveur.getReceivedMessages()) {
                destinataires.add(message.getRecipients(Message.RecipientType.TO)[0].toString());
            }
            assertThat(destinataires).hasSize(NoeudDeRelances.PERSONNES);
            assertThat(new HashSet<>(destinataires)).hasSize(NoeudDeRelances.PERSONNES);
        } finally {
            serveur.stop();
        }
    }

    private void finir(Process noeud, String action) throws Exception {
        assertThat(noeud.waitFor(150, TimeUnit.SECONDS)).as(sortie(action)).isTrue();
        assertThat(noeud.exitValue()).as(sortie(action)).isZero();
    }

    private Process demarrer(String action, EmbeddedPostgres base, GreenMail serveur) throws IOException {
        Process noeud = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoeudDeRelances.class.getName(),
                        action,
                        // Neither demo, which catches its own e-mails, nor prod, which wants its secrets.
                        "--spring.profiles.active=essai",
                        "--spring.datasource.url=" + base.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=20",
                        "--spring.flyway.placeholders.blob=bytea",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + serveur.getSmtp().getPort(),
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=" + !action.equals("preparer"),
                        "--camunda.bpm.job-execution.max-wait=1000",
                        "--logging.level.root=warn")
                .redirectErrorStream(true)
                .redirectOutput(dossier.resolve(action).toFile())
                .start();
        noeuds.add(noeud);
        return noeud;
    }

    private String sortie(String action) {
        try {
            return Files.readString(dossier.resolve(action));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

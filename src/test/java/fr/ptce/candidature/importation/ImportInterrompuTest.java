package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in another JVM, killed without warning in the middle of an import and started again. */
@Tag("long")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImportInterrompuTest {

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
    void unImportTueNePerdRienNeDoubleRienEtReprend() throws Exception {
        try (BufferedReader sortie = demarrer(ApplicationTuee.class.getName(), "lancer")) {
            assertThat(dossiers(sortie, 1)).isPositive();
            enfant.destroyForcibly();
        }
        enfant.waitFor();
        int avant = compter("select count(*) from dossier");
        assertThat(avant).isBetween(1, ApplicationTuee.LIGNES - 1);
        verifierLaCoherence(avant);

        try (BufferedReader sortie = demarrer(ApplicationTuee.class.getName(), "reprendre")) {
            assertThat(dossiers(sortie, ApplicationTuee.LIGNES)).isEqualTo(ApplicationTuee.LIGNES);
        }
        assertThat(enfant.waitFor()).isZero();
        verifierLaCoherence(ApplicationTuee.LIGNES);

        String commande = importerLeMemeFichierEnLigneDeCommande();
        assertThat(commande).contains("Doublon\u00a0: 300", "Import terminé\u00a0: 0 dossier(s)");
        verifierLaCoherence(ApplicationTuee.LIGNES);
    }

    private String importerLeMemeFichierEnLigneDeCommande() throws Exception {
        Path fichier = Files.write(donnees.resolve("lignes.csv"), ApplicationTuee.fichier());
        String lu;
        try (BufferedReader sortie = demarrer(
                "fr.ptce.PtceApplication",
                "--ptce.import.fichier=" + fichier,
                "--ptce.import.campagne=" + ApplicationTuee.CAMPAGNE)) {
            lu = String.join("\n", sortie.lines().toList());
        }
        assertThat(enfant.waitFor()).as(lu).isZero();
        return lu;
    }

    private BufferedReader demarrer(String classe, String... arguments) throws IOException {
        List<String> commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                classe));
        commande.addAll(List.of(arguments));
        commande.addAll(List.of(
                "--server.port=0",
                "--ptce.donnees=" + donnees,
                "--ptce.demo.donnees=false",
                "--camunda.bpm.job-execution.lock-time-in-millis=4000",
                "--camunda.bpm.job-execution.max-wait=1000",
                "--spring.lifecycle.timeout-per-shutdown-phase=2s",
                "--logging.level.root=warn"));
        enfant = new ProcessBuilder(commande).redirectErrorStream(true).start();
        return new BufferedReader(new InputStreamReader(enfant.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads until this number of dossiers is there. */
    private static int dossiers(BufferedReader sortie, int attendus) throws IOException {
        StringBuilder lu = new StringBuilder();
        for (String ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
            lu.append(ligne).append('\n');
            if (ligne.startsWith("dossiers=")) {
                int dossiers = Integer.parseInt(ligne.substring("dossiers=".length()));
                if (dossiers >= attendus) {
                    return dossiers;
                }
            }
        }
        throw new AssertionError("The application stopped:\n" + lu);
    }

    /** Dossiers, their identities, their processes and the rows of the report are as many. */
    private void verifierLaCoherence(int dossiers) throws SQLException {
        assertThat(compter("select count(*) from dossier")).isEqualTo(dossiers);
        assertThat(compter("select count(distinct initiative) from dossier")).isEqualTo(dossiers);
        assertThat(compter("select count(*) from dossier_importe")).isEqualTo(dossiers);
        assertThat(compter("select count(*) from import_ligne where etat = 'importee'"))
                .isEqualTo(dossiers);
        assertThat(
                        compter(
                                "select count(distinct business_key_) from act_hi_procinst where proc_def_key_ = 'candidature'"))
                .isEqualTo(dossiers);
        assertThat(compter("select count(*) from act_hi_procinst where proc_def_key_ = 'candidature'"))
                .isEqualTo(dossiers);
    }

    private int compter(String requete) throws SQLException {
        try (Connection connexion = DriverManager.getConnection("jdbc:h2:file:" + donnees.resolve("ptce"), "ptce", "");
                ResultSet resultat = connexion.createStatement().executeQuery(requete)) {
            resultat.next();
            return resultat.getInt(1);
        }
    }
}

package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.PtceApplication;
import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dossiers a second and memory of an import of 1,000 and of 10,000 rows, each into an empty database with the default
 * settings, job executor on: until the last row is imported, and until each dossier waits for its two reviews.
 * {@code mvn test -Pbenchmark -Dtest=CoutDeLImport}.
 */
@Tag("benchmark")
class CoutDeLImport {

    private static final List<String> REGIONS =
            List.of("Bretagne", "Ile de France", "Corse", "Rhône-Alpes", "Aquitaine", "Picardie", "Guadeloupe");

    @TempDir
    private Path donnees;

    /** @param dossiersParSeconde until each dossier waits for its reviews */
    private record Mesure(double importsParSeconde, double dossiersParSeconde, double sommetMo, double vivantMo) {}

    @Test
    void unDossierNeCoutePasPlusParmi10000QueParmi1000() {
        // Twice: a cold JVM would flatter the second measurement.
        mesurer("chauffe", 1_000);
        Mesure mille = mesurer("mille", 1_000);
        Mesure dixMille = mesurer("dix-mille", 10_000);
        double ratio = mille.dossiersParSeconde() / dixMille.dossiersParSeconde();
        System.out.printf(
                Locale.ROOT,
                "Cost of a dossier at 10,000 against 1,000: x%.2f (import alone: x%.2f)%n",
                ratio,
                mille.importsParSeconde() / dixMille.importsParSeconde());
        assertThat(ratio).isLessThan(2);
    }

    private Mesure mesurer(String nom, int lignes) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(PtceApplication.class)
                .run(
                        "--server.port=0",
                        "--ptce.demo.donnees=false",
                        "--ptce.donnees=" + donnees.resolve(nom),
                        "--logging.level.root=warn")) {
            Mesure mesure = mesurer(application, lignes);
            System.out.printf(
                    Locale.ROOT,
                    "%6d rows: %6.1f dossiers/s imported, %6.1f dossiers/s up to their reviews, peak heap %4.0f MB, live after %4.0f MB%n",
                    lignes,
                    mesure.importsParSeconde(),
                    mesure.dossiersParSeconde(),
                    mesure.sommetMo(),
                    mesure.vivantMo());
            return mesure;
        }
    }

    private Mesure mesurer(ConfigurableApplicationContext application, int lignes) {
        ImportCandidatures imports = application.getBean(ImportCandidatures.class);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        Instant maintenant = Instant.now();
        Campagne campagne = application
                .getBean(Campagnes.class)
                .creer("COUT", "Coût", maintenant, maintenant.plus(Duration.ofDays(30)), 2012, 2);
        System.gc();
        tas().forEach(MemoryPoolMXBean::resetPeakUsage);
        long debut = System.nanoTime();
        LotDImport lot =
                imports.analyser(campagne.id(), "cout.csv", fichier(lignes), ImportCandidatures.TAILLE_MAXIMALE, null);
        imports.lancer(lot.id());
        attendre(() -> imports.lire(lot.id()).termine());
        double importes = secondes(debut);
        attendre(() -> jdbc.sql("select count(*) from dossier where etat = 'en-relecture'")
                        .query(Integer.class)
                        .single()
                == lignes);
        double instruits = secondes(debut);
        double sommet = tas().stream()
                .mapToDouble(pool -> pool.getPeakUsage().getUsed() / 1e6)
                .sum();
        System.gc();
        double vivant = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        return new Mesure(lignes / importes, lignes / instruits, sommet, vivant);
    }

    private static void attendre(Callable<Boolean> fini) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(200))
                .until(fini);
    }

    private static double secondes(long debut) {
        return (System.nanoTime() - debut) / 1e9;
    }

    private static List<MemoryPoolMXBean> tas() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static byte[] fichier(int lignes) {
        String corps = IntStream.rangeClosed(1, lignes)
                .mapToObj(rang -> REGIONS.get(rang % REGIONS.size()) + ";Initiative " + rang + ";Structure " + rang)
                .collect(Collectors.joining("\n"));
        return ("region;initiative;structure_porteuse\n" + corps).getBytes(StandardCharsets.UTF_8);
    }
}

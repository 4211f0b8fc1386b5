package fr.ptce.candidature.importation;

import fr.ptce.PtceApplication;
import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application in a JVM of its own, for {@link ImportInterrompuTest}: the first argument says {@code lancer} or
 * {@code reprendre}, the others are Spring's. Prints {@code dossiers=n} whenever their number changes.
 */
final class ApplicationTuee {

    static final String CAMPAGNE = "IMPORT-TUE";
    static final int LIGNES = 300;

    private ApplicationTuee() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(PtceApplication.class)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length))) {
            ImportCandidatures imports = application.getBean(ImportCandidatures.class);
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            if (arguments[0].equals("lancer")) {
                lancer(application.getBean(Campagnes.class), imports);
            }
            long lot =
                    jdbc.sql("select max(id) from import_lot").query(Long.class).single();
            suivre(jdbc, imports, lot);
        }
    }

    private static void lancer(Campagnes campagnes, ImportCandidatures imports) {
        Instant maintenant = Instant.now();
        Campagne campagne = campagnes.creer(
                CAMPAGNE, "Appel interrompu", maintenant, maintenant.plus(Duration.ofDays(30)), 2012, 2);
        LotDImport lot =
                imports.analyser(campagne.id(), "lignes.csv", fichier(), ImportCandidatures.TAILLE_MAXIMALE, null);
        imports.lancer(lot.id());
    }

    static byte[] fichier() {
        String lignes = String.join("\n", ImportCandidaturesTest.synthetiques(LIGNES));
        return ("region;initiative;structure_porteuse\n" + lignes).getBytes(StandardCharsets.UTF_8);
    }

    private static void suivre(JdbcClient jdbc, ImportCandidatures imports, long lot) {
        int avant = -1;
        boolean fini = false;
        while (!fini) {
            fini = imports.lire(lot).termine();
            int dossiers = jdbc.sql("select count(*) from dossier")
                    .query(Integer.class)
                    .single();
            if (dossiers != avant) {
                System.out.println("dossiers=" + dossiers);
                avant = dossiers;
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        System.out.println("termine");
    }
}

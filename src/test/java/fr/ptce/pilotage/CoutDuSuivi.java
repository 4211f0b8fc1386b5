package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.BaseComptee;
import fr.ptce.PtceApplication;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.ClientHttp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dashboard with 1,000 and with 100,000 dossiers of history, read over HTTP by a national and by a regional pilot, on
 * both databases. {@code mvn test -Pbenchmark -Dtest=CoutDuSuivi}.
 *
 * <p>The history is generated: twenty calls over five years, 26 regions, five steps and three e-mails a dossier; one
 * dossier in a hundred has an open task. The months that are over are closed, as the process of the first of the month
 * does.
 */
@Tag("benchmark")
class CoutDuSuivi {

    private static final Agent NATIONAL = new Agent("admin", Set.of(Groupes.ADMINISTRATION), Set.of());
    private static final int PEU = 1_000;
    private static final int BEAUCOUP = 100_000;
    private static final int TOURS = 15;
    private static final double RAPPORT_MAXIMAL = 10;

    @TempDir
    private Path donnees;

    /**
     * @param national median in milliseconds of the page of a national pilot, all of it
     * @param regional the same of a regional pilot
     */
    private record Mesure(double national, double regional, int requetes) {}

    @Test
    void surH2LeCoutDuSuiviNeSuitPasLeNombreDeDossiers() {
        comparer("H2", false);
    }

    @Test
    void surPostgresLeCoutDuSuiviNeSuitPasLeNombreDeDossiers() {
        comparer("PostgreSQL", true);
    }

    private void comparer(String base, boolean postgres) {
        Mesure peu = mesurer(base, postgres, PEU);
        Mesure beaucoup = mesurer(base, postgres, BEAUCOUP);
        double national = beaucoup.national() / peu.national();
        double regional = beaucoup.regional() / peu.regional();
        System.out.printf(
                Locale.ROOT,
                "%s: the dashboard with %d dossiers against %d: national x%.1f, regional x%.1f%n",
                base,
                BEAUCOUP,
                PEU,
                national,
                regional);
        assertThat(beaucoup.requetes()).isEqualTo(peu.requetes()).isPositive();
        assertThat(national).isLessThan(RAPPORT_MAXIMAL);
        assertThat(regional).isLessThan(RAPPORT_MAXIMAL);
    }

    private Mesure mesurer(String nom, boolean postgres, int dossiers) {
        if (!postgres) {
            return mesurer(nom, dossiers, "--ptce.donnees=" + donnees.resolve(nom + dossiers));
        }
        try (EmbeddedPostgres serveur = EmbeddedPostgres.start()) {
            return mesurer(
                    nom,
                    dossiers,
                    "--spring.datasource.url=" + serveur.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.flyway.placeholders.blob=bytea");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mesure mesurer(String nom, int dossiers, String... base) {
        List<String> reglages = new ArrayList<>(List.of(
                "--server.port=0",
                "--ptce.demo.donnees=false",
                "--ptce.securite.connexions-par-minute=1000",
                "--camunda.bpm.job-execution.enabled=false",
                "--logging.level.root=warn"));
        reglages.addAll(List.of(base));
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(PtceApplication.class).run(reglages.toArray(String[]::new))) {
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            boolean postgres = base.length > 1;
            generer(jdbc, dossiers, postgres);
            application.getBean(ClotureDesChiffres.class).clore();
            if (postgres) {
                jdbc.sql("vacuum analyze").update();
            }
            int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Mesure mesure = new Mesure(
                    mediane(new ClientHttp(port).connecter("pilote.national", "demo")),
                    mediane(new ClientHttp(port).connecter("pilote.bretagne", "demo")),
                    requetes(application));
            System.out.printf(
                    Locale.ROOT,
                    "%s, %6d dossiers: national %.1f ms, regional %.1f ms, %d statements, %d rows of sums%n",
                    nom,
                    dossiers,
                    mesure.national(),
                    mesure.regional(),
                    mesure.requetes(),
                    jdbc.sql("select count(*) from etapes_du_mois")
                            .query(Long.class)
                            .single());
            return mesure;
        }
    }

    private static double mediane(ClientHttp pilote) {
        List<Double> temps = new ArrayList<>();
        for (int tour = 0; tour < 2 * TOURS; tour++) {
            long debut = System.nanoTime();
            assertThat(pilote.get("/pilotage").statusCode()).isEqualTo(200);
            if (tour >= TOURS) {
                temps.add((System.nanoTime() - debut) / 1e6);
            }
        }
        Collections.sort(temps);
        return temps.get(TOURS / 2);
    }

    private static int requetes(ConfigurableApplicationContext application) {
        BaseComptee comptee = new BaseComptee(application.getBean(DataSource.class));
        JdbcClient client = JdbcClient.create(comptee);
        Clock horloge = application.getBean(Clock.class);
        ChiffresDuSuivi chiffres = new ChiffresDuSuivi(
                client,
                new CritereDuSuivi(application.getBean(Regions.class)),
                new ClotureDesChiffres(client, application.getBean(Themes.class), horloge),
                application.getBean(SeuilsDeRetard.class),
                application.getBean(Attendus.class),
                application.getBean(Processus.class),
                application.getBean(Regions.class));
        return comptee.compter(() -> chiffres.compter(NATIONAL, FiltreDuSuivi.tout(YearMonth.now(horloge))));
    }

    /** A dossier's number decides on everything: nothing is left to chance. */
    private static void generer(JdbcClient jdbc, int dossiers, boolean postgres) {
        String suite =
                postgres ? "generate_series(1, " + dossiers + ") as g(x)" : "system_range(1, " + dossiers + ") as g";
        String regions = "case mod(x, 26) when 0 then '11' when 1 then '21' when 2 then '22' when 3 then '23'"
                + " when 4 then '24' when 5 then '25' when 6 then '26' when 7 then '31' when 8 then '41' when 9 then '42'"
                + " when 10 then '43' when 11 then '52' when 12 then '54' when 13 then '72' when 14 then '73'"
                + " when 15 then '74' when 16 then '82' when 17 then '83' when 18 then '91' when 19 then '93'"
                + " when 20 then '94' when 21 then '01' when 22 then '02' when 23 then '03' when 24 then '04' else '53' end";
        String themes = "case mod(x, 4) when 0 then 'culture' when 1 then 'emploi,habitat' when 2 then 'mobilite' end";
        String depose = postgres
                ? "now() - make_interval(days => mod(x * 7, 1800))"
                : "dateadd('day', -mod(x * 7, 1800), current_timestamp)";
        jdbc.sql("insert into campagne (code, nom, ouverture, fermeture, decoupage, seuil_divergence, cree_le)"
                        + " select 'C' || x, 'Appel ' || x, " + depose + ", "
                        + depose.replace("now()", "now() + interval '90 days'")
                                .replace("current_timestamp", "dateadd('day', 90, current_timestamp)")
                        + ", 2012, 1, "
                        + depose + " from " + suite.replace(String.valueOf(dossiers), "20"))
                .update();
        jdbc.sql(
                        "insert into dossier (numero, campagne, etat, origine, initiative, region, themes, territoire, depose_le, maj_le)"
                                + " select 'PTCE-' || x, (select min(id) from campagne) + mod(x, 20), case when mod(x, 100) = 0 then"
                                + " 'en-relecture' when mod(x, 3) = 0 then 'retenu' else 'non-retenu' end, 'import',"
                                + " 'Initiative ' || x, " + regions + ", " + themes
                                + ", repeat('Un territoire. ', 100), "
                                + depose + ", " + depose + " from " + suite)
                .update();
        for (int etape = 1; etape <= 5; etape++) {
            jdbc.sql("insert into etape_franchie (tache, processus, element, nom, dossier, campagne, region, themes,"
                            + " franchie_le, mois, jours, prevus, retard) select 'E" + etape
                            + "-' || numero, 'candidature',"
                            + " 'userTask_" + etape + "', 'Étape " + etape + "', numero, campagne, region, ',' ||"
                            + " coalesce(themes || ',', ''), depose_le, cast(extract(year from depose_le) * 100 + extract(month"
                            + " from depose_le) as integer), mod(length(numero) * 7 + " + etape
                            + " * 5 + cast(substring(numero, 6) as"
                            + " integer), 18), 10, false from dossier")
                    .update();
        }
        for (int courriel = 1; courriel <= 3; courriel++) {
            jdbc.sql("insert into courriel (cle, dossier, destinataire, modele, objet, texte, html, message_id, etat,"
                            + " tentatives, renvois, cree_le, envoye_le) select 'C" + courriel + "-' || numero, numero,"
                            + " 'a@b.example', 'accuse', 'Objet', repeat('Texte. ', 100), '', 'm', 'envoye', 1, 0, depose_le,"
                            + " depose_le from dossier")
                    .update();
        }
        jdbc.sql(
                        "insert into tache_suivie (tache, processus, instance, element, nom, dossier, region, groupes, creee_le,"
                                + " echeance, rappels) select 'T-' || numero, 'candidature', 'i', 'e', 'Évaluer le dossier', numero,"
                                + " region, 'pilotes-' || region, depose_le, depose_le, 0 from dossier where etat = 'en-relecture'")
                .update();
    }
}

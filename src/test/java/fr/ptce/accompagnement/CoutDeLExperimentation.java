package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.BaseComptee;
import fr.ptce.PtceApplication;
import fr.ptce.accompagnement.AccompagnementRegionalProcess.Elements;
import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The page of progress with 30 and with 300 region-years of three projects running at once, each in a database of its own
 * with the default settings, job executor on. {@code mvn test -Pbenchmark -Dtest=CoutDeLExperimentation}.
 */
@Tag("benchmark")
class CoutDeLExperimentation {

    private static final Agent ADMINISTRATEUR = new Agent("admin", Set.of(Groupes.ADMINISTRATION), Set.of());
    private static final int PAR_PAGE = 25;
    private static final int REGIONS = 30;
    private static final int PREMIERE_ANNEE = 2030;
    private static final int TOURS = 20;

    @TempDir
    private Path donnees;

    /**
     * @param demarrees region-years a second, up to the missions of their three projects to be assigned
     * @param page median in milliseconds
     */
    private record Mesure(double demarrees, double page, int requetes) {}

    @Test
    void laPageDAvancementFaitAutantDeRequetesPourDixFoisPlusDAnneesRegionales() {
        mesurer("chauffe", 1);
        Mesure trente = mesurer("trente", 1);
        Mesure troisCents = mesurer("trois-cents", 10);
        double demarrer = trente.demarrees() / troisCents.demarrees();
        double page = troisCents.page() / trente.page();
        System.out.printf(
                Locale.ROOT,
                "Cost with 300 region-years against 30: one more x%.2f, the page of progress x%.2f%n",
                demarrer,
                page);
        assertThat(troisCents.requetes()).isEqualTo(trente.requetes()).isPositive();
        assertThat(page).isLessThan(5);
        assertThat(demarrer).isLessThan(3);
    }

    private Mesure mesurer(String nom, int annees) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        PtceApplication.class, ProjetsDEssai.class)
                .run(
                        "--server.port=0",
                        "--ptce.demo.donnees=false",
                        "--ptce.donnees=" + donnees.resolve(nom),
                        "--logging.level.root=warn")) {
            double demarrees = demarrer(application, annees);
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            Avancement avancement = application.getBean(Avancement.class);
            RetardsDeLAccompagnement retards = application.getBean(RetardsDeLAccompagnement.class);
            BaseComptee base = new BaseComptee(application.getBean(DataSource.class));
            Mesure mesure = new Mesure(
                    demarrees,
                    mediane(jdbc, () -> lire(avancement, retards)),
                    base.compter(() -> lire(new Avancement(JdbcClient.create(base)), retards)));
            System.out.printf(
                    Locale.ROOT,
                    "%4d region-years: %5.1f/s up to their assignments; page of progress %6.1f ms in %d statements of ours"
                            + " and one of the engine%n",
                    annees * REGIONS,
                    mesure.demarrees(),
                    mesure.page(),
                    mesure.requetes());
            return mesure;
        }
    }

    /** What the page reads. */
    private static void lire(Avancement avancement, RetardsDeLAccompagnement retards) {
        avancement.annees(ADMINISTRATEUR);
        assertThat(avancement.totaux(ADMINISTRATEUR, PREMIERE_ANNEE).projets()).isEqualTo(3L * REGIONS);
        List<Avancement.Ligne> lignes = avancement.lignes(ADMINISTRATEUR, PREMIERE_ANNEE, PAR_PAGE, 0);
        assertThat(lignes).hasSize(PAR_PAGE);
        retards.parInstance(lignes.stream()
                .flatMap(ligne -> ligne.projets().stream())
                .map(Avancement.Case::instance)
                .filter(Objects::nonNull)
                .toList());
    }

    private static double demarrer(ConfigurableApplicationContext application, int annees) {
        ProjetsDEssai essai = application.getBean(ProjetsDEssai.class);
        ConduiteDeLAnnee conduite = application.getBean(ConduiteDeLAnnee.class);
        TaskService taches = application.getBean(TaskService.class);
        RuntimeService processus = application.getBean(RuntimeService.class);
        AnneesRegionales regionales = application.getBean(AnneesRegionales.class);
        List<String> regions = application.getBean(RecensementDesAccompagnateurs.class).regionsDuProgramme().stream()
                .map(region -> region.code())
                .limit(REGIONS)
                .toList();
        for (String region : regions) {
            IntStream.rangeClosed(1, 3 * annees)
                    .forEach(rang -> essai.qualifier("PTCE-" + region + "-" + rang, region));
            essai.inscrire("Camille", "De" + region, region, 10, Map.of("gouvernance", 3));
        }
        long debut = System.nanoTime();
        for (int annee = 0; annee < annees; annee++) {
            List<Long> ouvertes = new ArrayList<>();
            for (String region : regions) {
                ouvertes.add(conduite.ouvrir(
                        ADMINISTRATEUR, Map.of("region", region, "annee", PREMIERE_ANNEE + annee, "seminaires", "3")));
            }
            attendre(() -> taches.createTaskQuery()
                            .taskDefinitionKey(Elements.SELECTIONNER)
                            .count()
                    == REGIONS);
            for (Task tache : taches.createTaskQuery()
                    .taskDefinitionKey(Elements.SELECTIONNER)
                    .list()) {
                int premier = 3 * annee;
                taches.complete(
                        tache.getId(),
                        Map.of(
                                "projets",
                                Stream.of(1, 2, 3)
                                        .map(rang -> "PTCE-" + tache.getTenantId() + "-" + (premier + rang))
                                        .toList()));
            }
            assertThat(ouvertes)
                    .allSatisfy(id -> assertThat(regionales.lire(id)).isNotNull());
        }
        attendre(() -> processus
                        .createProcessInstanceQuery()
                        .processDefinitionKey(AccompagnementProjetProcess.CLE)
                        .count()
                == 3L * REGIONS * annees);
        return REGIONS * annees / ((System.nanoTime() - debut) / 1e9);
    }

    private static double mediane(JdbcClient jdbc, Runnable lecture) {
        return Stream.generate(() -> {
                    // H2 would give the result of the last reading again.
                    jdbc.sql("update seance set duree_minutes = duree_minutes").update();
                    jdbc.sql("update accompagnement_projet set etat = etat where id = 1")
                            .update();
                    long debut = System.nanoTime();
                    lecture.run();
                    return (System.nanoTime() - debut) / 1e6;
                })
                .limit(TOURS)
                .sorted()
                .toList()
                .get(TOURS / 2);
    }

    private static void attendre(Callable<Boolean> fini) {
        Awaitility.await().atMost(Duration.ofMinutes(15)).until(fini);
    }
}

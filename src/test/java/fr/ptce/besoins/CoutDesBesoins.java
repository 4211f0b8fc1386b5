package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.BaseComptee;
import fr.ptce.PtceApplication;
import fr.ptce.annuaire.Besoin;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.base.LectureParLots;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.moteur.Agent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A launch, 500 answers and the census among 1,000 and among 10,000 retained initiatives, each in a database of its own
 * with the default settings, job executor on. {@code mvn test -Pbenchmark -Dtest=CoutDesBesoins}.
 */
@Tag("benchmark")
class CoutDesBesoins {

    private static final Agent ADMINISTRATEUR = new Agent("admin", Set.of(Groupes.ADMINISTRATION), Set.of());
    private static final String CAMPAGNE = "COUT";
    private static final int REPONSES = 500;
    private static final int TOURS = 20;

    @TempDir
    private Path donnees;

    /**
     * Rates are a second, durations are medians in milliseconds.
     *
     * @param invitesParSeconde until each questionnaire is opened and its invitation sent
     * @param aQualifierParSeconde until each answer has its proposal and waits for the pilot
     */
    private record Mesure(
            double ouvertsParSeconde,
            double invitesParSeconde,
            double reponsesParSeconde,
            double aQualifierParSeconde,
            double recensement,
            int requetesDuRecensement,
            double page,
            int requetesDeLaPage) {}

    @Test
    void unQuestionnaireEtUneReponseNeCoutentPasPlusParmi10000EtLeRecensementSuitSesLignes() {
        // Twice: a cold JVM would flatter the second measurement.
        mesurer("chauffe", 1_000);
        Mesure mille = mesurer("mille", 1_000);
        Mesure dixMille = mesurer("dix-mille", 10_000);
        double ouvrir = mille.ouvertsParSeconde() / dixMille.ouvertsParSeconde();
        double inviter = mille.invitesParSeconde() / dixMille.invitesParSeconde();
        double repondre = mille.reponsesParSeconde() / dixMille.reponsesParSeconde();
        double proposer = mille.aQualifierParSeconde() / dixMille.aQualifierParSeconde();
        double recenser = dixMille.recensement() / mille.recensement();
        double lister = dixMille.page() / mille.page();
        System.out.printf(
                Locale.ROOT,
                "Cost at 10,000 against 1,000: a questionnaire opened x%.2f (with its invitation x%.2f), an answer x%.2f"
                        + " (with its proposal x%.2f), the census x%.2f, a page of the list x%.2f%n",
                ouvrir,
                inviter,
                repondre,
                proposer,
                recenser,
                lister);
        assertThat(List.of(ouvrir, inviter, repondre, proposer))
                .allSatisfy(ratio -> assertThat(ratio).isLessThan(2));
        // Ten times the rows; a scan of a table for each row would make 100.
        assertThat(List.of(recenser, lister))
                .allSatisfy(ratio -> assertThat(ratio).isLessThan(30));
        assertThat(dixMille.requetesDuRecensement())
                .isEqualTo(mille.requetesDuRecensement())
                .isPositive();
        assertThat(dixMille.requetesDeLaPage())
                .isEqualTo(mille.requetesDeLaPage())
                .isPositive();
    }

    private Mesure mesurer(String nom, int nombre) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        PtceApplication.class, InitiativesDEssai.class)
                .run(
                        "--server.port=0",
                        "--ptce.demo.donnees=false",
                        "--ptce.donnees=" + donnees.resolve(nom),
                        "--logging.level.root=warn")) {
            Mesure mesure = new Banc(application).mesurer(nombre);
            System.out.printf(
                    Locale.ROOT,
                    "%6d initiatives: %5.1f questionnaires/s opened, %5.1f/s up to their invitations; %5.1f answers/s,"
                            + " %5.1f/s up to their proposals; census %6.1f ms in %d statements; page %6.1f ms in %d%n",
                    nombre,
                    mesure.ouvertsParSeconde(),
                    mesure.invitesParSeconde(),
                    mesure.reponsesParSeconde(),
                    mesure.aQualifierParSeconde(),
                    mesure.recensement(),
                    mesure.requetesDuRecensement(),
                    mesure.page(),
                    mesure.requetesDeLaPage());
            return mesure;
        }
    }

    /** One application and its measurements, which are to be taken in this order. */
    private static final class Banc {

        private final ConfigurableApplicationContext application;
        private final JdbcClient jdbc;
        private final Regions regions;
        private final Besoins besoins;
        private final Themes themes;

        Banc(ConfigurableApplicationContext application) {
            this.application = application;
            jdbc = bean(JdbcClient.class);
            regions = bean(Regions.class);
            besoins = bean(Besoins.class);
            themes = bean(Themes.class);
        }

        Mesure mesurer(int nombre) {
            retenir(nombre);
            double[] lancement = lancer(nombre);
            double[] reponses = repondre();
            repondreEnMasse();
            RechercheDeBesoins parRegion = RechercheDeBesoins.de(Map.of("axe", Axe.REGION.id()));
            RecensementDesBesoins recensement = bean(RecensementDesBesoins.class);
            ListeDesInitiatives liste = bean(ListeDesInitiatives.class);
            Recensement compte = recensement.compter(ADMINISTRATEUR, parRegion);
            assertThat(compte.nombres()).containsEntry(Situation.REPONSES, (long) nombre);
            BaseComptee base = new BaseComptee(bean(DataSource.class));
            JdbcClient compteur = JdbcClient.create(base);
            return new Mesure(
                    nombre / lancement[0],
                    nombre / lancement[1],
                    REPONSES / reponses[0],
                    REPONSES / reponses[1],
                    mediane(() -> recensement.compter(ADMINISTRATEUR, parRegion)),
                    base.compter(() -> new RecensementDesBesoins(compteur, besoins, regions, themes)
                            .compter(ADMINISTRATEUR, parRegion)),
                    mediane(() -> liste.page(ADMINISTRATEUR, parRegion)),
                    base.compter(() -> new ListeDesInitiatives(compteur, bean(LectureParLots.class), regions)
                            .page(ADMINISTRATEUR, parRegion)));
        }

        private void retenir(int nombre) {
            InitiativesDEssai essai = bean(InitiativesDEssai.class);
            List<String> codes = regions.decoupage(RechercheDeBesoins.ANCIEN_DECOUPAGE).stream()
                    .map(Region::code)
                    .toList();
            List<String> ids = themes.tous().stream().map(theme -> theme.id()).toList();
            transaction(() -> {
                for (int rang = 1; rang <= nombre; rang++) {
                    essai.inscrire(
                            CAMPAGNE,
                            "PTCE-C" + rang,
                            codes.get(rang % codes.size()),
                            "en-projet",
                            "porteur" + rang + "@pole.example",
                            new String[] {ids.get(rang % ids.size()), ids.get((rang + 1) % ids.size())});
                }
            });
        }

        /** Seconds until all questionnaires are opened, and until all invitations have left. */
        private double[] lancer(int nombre) {
            LancementDesQuestionnaires lancement = bean(LancementDesQuestionnaires.class);
            CriteresDeLancement tous =
                    new CriteresDeLancement(List.of(), CAMPAGNE, List.of(), List.of(), null, null, false, false);
            long debut = System.nanoTime();
            long id = lancement.preparer(ADMINISTRATEUR, tous);
            lancement.confirmer(lancement.ouvrir(ADMINISTRATEUR, id).orElseThrow());
            attendre(() -> dansLEtat(EtatQuestionnaire.EN_ATTENTE) == nombre);
            double ouverts = secondes(debut);
            attendre(() ->
                    compte("select count(*) from courriel where modele = 'invitation-besoins' and etat = 'envoye'")
                            == nombre);
            double invites = secondes(debut);
            attendreLeRepos();
            return new double[] {ouverts, invites};
        }

        /** Seconds until all answers are accepted, and until all wait for a pilot. */
        private double[] repondre() {
            TaskService taches = bean(TaskService.class);
            List<Task> aRemplir = taches.createTaskQuery()
                    .taskDefinitionKey(Elements.REPONDRE)
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, REPONSES);
            assertThat(aRemplir).hasSize(REPONSES);
            Map<String, Object> champs = InitiativesDEssai.reponses(
                    "structuration", Map.of("gouvernance", 4, "juridique", 4, "financement", 3, "communication", 2));
            long debut = System.nanoTime();
            aRemplir.forEach(tache -> taches.complete(tache.getId(), champs));
            double acceptees = secondes(debut);
            attendre(() -> dansLEtat(EtatQuestionnaire.A_QUALIFIER) == REPONSES);
            double aQualifier = secondes(debut);
            attendreLeRepos();
            return new double[] {acceptees, aQualifier};
        }

        /** All other questionnaires, each with four needs out of twelve. */
        private void repondreEnMasse() {
            List<Besoin> liste = besoins.liste(besoins.version());
            transaction(() -> {
                for (int rang = 0; rang < liste.size(); rang++) {
                    jdbc.sql("insert into besoin_exprime select id, :besoin, 1 + mod(id + :rang, 4) from questionnaire"
                                    + " where repondu_le is null and mod(id, 3) = mod(:rang, 3)")
                            .param("besoin", liste.get(rang).id())
                            .param("rang", rang)
                            .update();
                }
                jdbc.sql("""
                                update questionnaire set etat = :etat, repondu_le = ouvert_le,
                                  delai_en_minutes = mod(id * 37, 20000), territoire = 'Le Trégor', filiere = 'Bois',
                                  experimentation = 'oui',
                                  stade = case mod(id, 5) when 0 then 'emergence' when 1 then 'developpement'
                                    else 'structuration' end
                                where repondu_le is null
                                """).param("etat", EtatQuestionnaire.A_QUALIFIER.id()).update();
            });
        }

        /** An answer is touched before each reading: H2 would give the result of the last one again. */
        private double mediane(Runnable lecture) {
            return Stream.generate(() -> {
                        jdbc.sql(
                                        "update questionnaire set filiere = filiere where id = (select max(id) from questionnaire)")
                                .update();
                        long debut = System.nanoTime();
                        lecture.run();
                        return secondes(debut) * 1_000;
                    })
                    .limit(TOURS)
                    .sorted()
                    .toList()
                    .get(TOURS / 2);
        }

        /** What follows a measurement must not slow the next one down. */
        private void attendreLeRepos() {
            ManagementService gestion = bean(ManagementService.class);
            attendre(() -> gestion.createJobQuery().messages().count() == 0);
        }

        private long dansLEtat(EtatQuestionnaire etat) {
            return compte("select count(*) from questionnaire where courant and etat = '" + etat.id() + "'");
        }

        private long compte(String requete) {
            return jdbc.sql(requete).query(Long.class).single();
        }

        private void transaction(Runnable action) {
            new TransactionTemplate(bean(PlatformTransactionManager.class))
                    .executeWithoutResult(statut -> action.run());
        }

        private <T> T bean(Class<T> type) {
            return application.getBean(type);
        }
    }

    private static void attendre(Callable<Boolean> fini) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(100))
                .until(fini);
    }

    private static double secondes(long debut) {
        return (System.nanoTime() - debut) / 1e9;
    }
}

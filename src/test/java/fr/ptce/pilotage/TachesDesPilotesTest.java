package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.relance.JoursOuvres;
import fr.ptce.relance.TacheSuivie;
import fr.ptce.relance.TachesSuivies;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each role sees of an open task, and what a pilot changes on it, over real HTTP. */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TachesDesPilotesTest {

    private static final String MOTIF = "La personne prévue est retenue ailleurs.";
    private static final String BRETAGNE = "pilote.bretagne";
    private static final String NATIONAL = "pilote.national";
    private static final String DECLARER = "userTask_declarerInterets";
    private static final String COMPLETER = "userTask_completerDossier";

    @LocalServerPort
    private int port;

    @Autowired
    private DossiersEnCours dossiers;

    @Autowired
    private TachesSuivies suivies;

    @Autowired
    private Journal journal;

    @Autowired
    private Courriels courriels;

    @Autowired
    private JoursOuvres joursOuvres;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    private Pilotes pilotes;
    private String deploiement;

    @BeforeAll
    void preparer() {
        pilotes = new Pilotes(port);
        deploiement = repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-relance.bpmn")
                .deploy()
                .getId();
    }

    @AfterAll
    void ranger() {
        repositoryService.deleteDeployment(deploiement, true);
    }

    @Test
    void seulsCeuxQuiSuiventLaRegionVoientLaTacheEtAgissent() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();
        String page = page(tache);

        for (String compte : List.of(BRETAGNE, NATIONAL, "comite", "admin")) {
            assertThat(pilotes.voir(compte, page).body())
                    .as(compte)
                    .contains(
                            "Déclarer ses intérêts", "/dossiers/" + dossier, "Pilotes Bretagne (CRESS)", "jours ouvrés")
                    .contains("Candidature", "Personne ne l’a encore prise", "Aucun rappel n’est encore parti");
        }
        assertThat(pilotes.statut("pilote.rhone-alpes", page)).isEqualTo(404);
        assertThat(pilotes.statut(BRETAGNE, page("inconnue"))).isEqualTo(404);
        assertThat(pilotes.statut("accompagnateur.bretagne", page)).isEqualTo(403);
        assertThat(new ClientHttp(port).get(page, "Accept", "text/html").statusCode())
                .isEqualTo(302);
        for (String action : List.of("confier", "remettre", "echeance", "commentaire", "invitation")) {
            Map<String, String> champs = Map.of(
                    "motif",
                    MOTIF,
                    "personne",
                    BRETAGNE,
                    "echeance",
                    jourOuvre(9).toString());
            assertThat(pilotes.tenter("pilote.rhone-alpes", page + "/" + action, champs))
                    .isEqualTo(404);
            assertThat(pilotes.tenter("accompagnateur.bretagne", page + "/" + action, champs))
                    .isEqualTo(403);
            assertThat(new ClientHttp(port)
                            .postFormulaire(page + "/" + action, champs)
                            .statusCode())
                    .isIn(302, 401, 403);
        }
        assertThat(suivie(tache).responsable()).isNull();
        assertThat(interventions(dossier)).isEmpty();
    }

    @Test
    void unPiloteEnConflitNeVoitNiNeRecoitLaTache() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();
        dossiers.declarerUnConflit(dossier, BRETAGNE);

        assertThat(pilotes.statut(BRETAGNE, page(tache))).isEqualTo(404);
        assertThat(pilotes.tenter(BRETAGNE, page(tache) + "/remettre", Map.of("motif", MOTIF)))
                .isEqualTo(404);
        assertThat(pilotes.voir(NATIONAL, page(tache)).body()).doesNotContain("value=\"" + BRETAGNE + "\"");
        assertThat(confier(NATIONAL, tache, BRETAGNE, MOTIF)).contains("Choisissez une personne de la liste.");
        assertThat(suivie(tache).responsable()).isNull();
    }

    @Test
    void uneTacheConfieeChangeDeResponsableEtLeDossierDitParQuiEtPourquoi() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();

        assertThat(confier(NATIONAL, tache, BRETAGNE, MOTIF)).contains("est confiée à Pilote Bretagne.");

        assertThat(suivie(tache).responsable()).isEqualTo(BRETAGNE);
        assertThat(suivie(tache).affecteePar()).isEqualTo(NATIONAL);
        assertThat(interventions(dossier)).singleElement().satisfies(fait -> {
            assertThat(fait.auteur()).isEqualTo(NATIONAL);
            assertThat(fait.libelle()).contains("Déclarer ses intérêts", "confiée à Pilote Bretagne", MOTIF);
        });
        assertThat(pilotes.voir(NATIONAL, "/dossiers/" + dossier).body()).contains("Intervention d’un pilote", MOTIF);
        assertThat(confier(NATIONAL, tache, BRETAGNE, MOTIF)).contains("Choisissez une personne de la liste.");
    }

    @Test
    void uneTacheUrgenteConfieeEstAnnonceeAussitot() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();
        changerLEcheance(NATIONAL, tache, jourOuvre(1).toString(), MOTIF);
        confier(NATIONAL, tache, BRETAGNE, MOTIF);
        pas.avancer(dossier);

        assertThat(courriels.duDossier(dossier).get(0)).satisfies(courriel -> {
            assertThat(courriel.modele()).isEqualTo("tache-confiee");
            assertThat(courriel.destinataire()).isEqualTo("pilote.bretagne@demo.example");
            assertThat(courriel.texte()).contains("Pilote National vous a confié");
        });
    }

    @Test
    void uneSaisieRefuseeNeChangeRienEtResteEcrite() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();

        assertThat(confier(NATIONAL, tache, BRETAGNE, "Court"))
                .contains("Dites pourquoi, en dix caractères au moins", ">Court</textarea>", "selected=\"selected\"");
        assertThat(confier(NATIONAL, tache, "", MOTIF)).contains("Choisissez une personne de la liste.");
        assertThat(confier(NATIONAL, tache, "pilote.rhone-alpes", MOTIF))
                .contains("Choisissez une personne de la liste.");
        assertThat(confier(NATIONAL, tache, "nimporte qui", MOTIF)).contains("Choisissez une personne de la liste.");
        assertThat(pilotes.agir(NATIONAL, page(tache) + "/remettre", Map.of("motif", MOTIF)))
                .contains("elle est déjà à son groupe");
        assertThat(suivie(tache).responsable()).isNull();
        assertThat(interventions(dossier)).isEmpty();
    }

    @Test
    void uneTacheConfieeAUnePersonneAbsenteResteASonGroupeMemeConfirmee() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();
        LocalDate fin = aujourdhui().plusDays(3);
        jdbc.sql("insert into absence (personne, du, au, retour, saisie_par, saisie_le)"
                        + " values (:qui, :du, :au, false, :qui, :le)")
                .param("qui", BRETAGNE)
                .param("du", aujourdhui())
                .param("au", fin)
                .param("le", Timestamp.from(Instant.now()))
                .update();
        try {
            assertThat(pilotes.voir(NATIONAL, page(tache)).body()).contains("(absence jusqu’au");
            assertThat(confier(NATIONAL, tache, BRETAGNE, MOTIF)).contains("Pilote Bretagne n’est pas là jusqu’au");
            assertThat(interventions(dossier)).isEmpty();
            assertThat(pilotes.agir(
                            NATIONAL,
                            page(tache) + "/confier",
                            Map.of("personne", BRETAGNE, "motif", MOTIF, "malgreLAbsence", "true")))
                    .contains("reste à son groupe\u00a0: Pilote Bretagne n’est pas là.");
            assertThat(suivie(tache).responsable()).isNull();
        } finally {
            jdbc.sql("delete from tache_confiee where tache = :tache")
                    .param("tache", tache)
                    .update();
            jdbc.sql("delete from absence where personne = :qui")
                    .param("qui", BRETAGNE)
                    .update();
        }
    }

    @Test
    void uneTachePriseEstRemiseASonGroupe() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();
        taskService.setAssignee(tache, BRETAGNE);

        assertThat(pilotes.agir("comite", page(tache) + "/remettre", Map.of("motif", MOTIF)))
                .contains("est remise à son groupe.");

        assertThat(suivie(tache).responsable()).isNull();
        assertThat(interventions(dossier)).singleElement().satisfies(fait -> assertThat(fait.auteur())
                .isEqualTo("comite"));
    }

    @Test
    void uneRelectureCommenceeNeSeConfiePas() {
        String dossier = dossiers.enRelecture("53");
        pas.accomplir(dossier, tacheDe(dossier, "pilotes-53"), BRETAGNE, Map.of("conflit", "non"));
        String tache = pas.tache(dossier, "userTask_evaluerDossier").getId();

        assertThat(pilotes.voir(NATIONAL, page(tache)).body()).contains("Une relecture ne se confie pas d’ici");
        assertThat(confier(NATIONAL, tache, NATIONAL, MOTIF)).contains("Choisissez une personne de la liste.");
        assertThat(suivie(tache).responsable()).isEqualTo(BRETAGNE);
    }

    @Test
    void uneNouvelleEcheanceDeplaceLeSuiviEtLeDelaiDuParcours() {
        String dossier = dossiers.aCompleter("53");
        Task avant = pas.tache(dossier, COMPLETER);
        Job silence = minuteur(avant);
        LocalDate jour = jourOuvre(40);
        jdbc.sql("update tache_suivie set rappels = 2 where tache = :tache")
                .param("tache", avant.getId())
                .update();

        assertThat(changerLEcheance(BRETAGNE, avant.getId(), jour.toString(), MOTIF))
                .contains("est maintenant attendue pour le", "attend d’autant");

        Task apres = pas.tache(dossier, COMPLETER);
        assertThat(apres.getDueDate()).isEqualTo(JoursOuvres.finDeJournee(jour));
        assertThat(apres.getFollowUpDate()).isAfter(avant.getFollowUpDate()).isBefore(apres.getDueDate());
        assertThat(minuteur(apres).getDuedate()).isAfter(silence.getDuedate()).isAfterOrEqualTo(apres.getDueDate());
        assertThat(suivie(avant.getId()).echeance())
                .isEqualTo(apres.getDueDate().toInstant());
        assertThat(suivie(avant.getId()).rappels()).isZero();
        assertThat(interventions(dossier)).singleElement().satisfies(fait -> assertThat(fait.libelle())
                .contains(MOTIF));
    }

    @Test
    void uneDateImpossibleEstRefuseeEnDisantPourquoi() {
        String dossier = dossiers.enRelecture("53");
        String tache = tacheDe(dossier, "pilotes-53").getId();
        Instant echeance = suivie(tache).echeance();
        LocalDate dimanche = aujourdhui().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));

        assertThat(changerLEcheance(BRETAGNE, tache, aujourdhui().minusDays(1).toString(), MOTIF))
                .contains("Cette date est passée.");
        assertThat(changerLEcheance(BRETAGNE, tache, dimanche.toString(), MOTIF))
                .contains("n’est pas un jour ouvré. Le suivant est le lundi", "value=\"" + dimanche + "\"");
        assertThat(changerLEcheance(BRETAGNE, tache, aujourdhui().plusYears(2).toString(), MOTIF))
                .contains("à plus d’un an");
        assertThat(changerLEcheance(BRETAGNE, tache, "demain", MOTIF)).contains("Cette date n’est pas lisible.");
        assertThat(changerLEcheance(BRETAGNE, tache, "", MOTIF)).contains("Indiquez une date.");
        assertThat(changerLEcheance(BRETAGNE, tache, jourOuvre(9).toString(), ""))
                .contains("Dites pourquoi");
        LocalDate actuelle = LocalDate.ofInstant(echeance, HeureDeParis.ZONE);
        assertThat(changerLEcheance(BRETAGNE, tache, actuelle.toString(), MOTIF))
                .contains("C’est déjà l’échéance");
        assertThat(suivie(tache).echeance()).isEqualTo(echeance);
        assertThat(interventions(dossier)).isEmpty();
    }

    @Test
    void uneInvitationNePartQuUneFoisEnCinqMinutes() throws Exception {
        String dossier = dossiers.aCompleter("53");
        String tache = pas.tache(dossier, COMPLETER).getId();
        assertThat(pilotes.voir(BRETAGNE, page(tache)).body())
                .contains("Camille Exemple", "camille@tisserands.example", "Renvoyer l’invitation")
                .doesNotContain("Confier à quelqu’un");
        assertThat(pilotes.agir(BRETAGNE, page(tache) + "/invitation", Map.of()))
                .contains("Une invitation est déjà partie le");
        vieillirLesInvitations(dossier);

        ExecutorService deux = Executors.newFixedThreadPool(2);
        Callable<Integer> clic = () -> pilotes.tenter(BRETAGNE, page(tache) + "/invitation", Map.of());
        for (Future<Integer> reponse : deux.invokeAll(List.of(clic, clic))) {
            assertThat(reponse.get()).isEqualTo(302);
        }
        deux.shutdown();
        pas.avancer(dossier);

        assertThat(courriels.duDossier(dossier).stream()
                        .map(CourrielEnvoye::modele)
                        .filter("invitation-tache"::equals))
                .hasSize(1);
        assertThat(interventions(dossier)).singleElement().satisfies(fait -> assertThat(fait.auteur())
                .isEqualTo(BRETAGNE));
        assertThat(confier(NATIONAL, tache, BRETAGNE, MOTIF)).contains("elle ne se confie à personne d’autre");
    }

    @Test
    void sansAdresseRienNEstRenvoye() {
        String tache = essai("MUET-").getId();

        assertThat(pilotes.voir(BRETAGNE, page(tache)).body()).contains("n’a pas d’adresse de courriel");
        vieillirLesInvitations(suivie(tache).dossier());
        assertThat(pilotes.agir(BRETAGNE, page(tache) + "/invitation", Map.of()))
                .contains("n’a pas d’adresse de courriel");
    }

    @Test
    void uneTacheFinieEntreTempsNeChangePlus() {
        String dossier = dossiers.enRelecture("53");
        Task tache = tacheDe(dossier, "pilotes-53");
        pas.accomplir(dossier, tache, BRETAGNE, Map.of("conflit", "non"));

        assertThat(pilotes.voir(NATIONAL, page(tache.getId())).body())
                .contains("n’est plus à faire", "Rien n’a été changé.");
        assertThat(pilotes.tenter(
                        NATIONAL, page(tache.getId()) + "/confier", Map.of("personne", BRETAGNE, "motif", MOTIF)))
                .isEqualTo(409);
        assertThat(pilotes.statut("pilote.rhone-alpes", page(tache.getId()))).isEqualTo(404);
        assertThat(interventions(dossier)).isEmpty();
    }

    @Test
    void sansDossierLesCommentairesRestentAvecLeParcours() {
        String tache = essai("ESSAI-").getId();

        assertThat(pilotes.agir(BRETAGNE, page(tache) + "/commentaire", Map.of("motif", "Rappelée hier, absente.")))
                .contains("Votre commentaire est ajouté.", "Rappelée hier, absente.", "Pilote Bretagne");
        assertThat(pilotes.agir(BRETAGNE, page(tache) + "/commentaire", Map.of("motif", " ")))
                .contains("Dites pourquoi");
        changerLEcheance(BRETAGNE, tache, jourOuvre(9).toString(), MOTIF);
        assertThat(pilotes.voir(NATIONAL, page(tache)).body()).contains("est maintenant attendue pour le", MOTIF);
    }

    private static String page(String tache) {
        return "/pilotage/taches/" + tache;
    }

    private String confier(String par, String tache, String a, String motif) {
        return pilotes.agir(par, page(tache) + "/confier", Map.of("personne", a, "motif", motif));
    }

    private String changerLEcheance(String par, String tache, String jour, String motif) {
        return pilotes.agir(par, page(tache) + "/echeance", Map.of("echeance", jour, "motif", motif));
    }

    private Task tacheDe(String dossier, String groupe) {
        return pas.taches(dossier, DECLARER).stream()
                .filter(tache -> taskService.getIdentityLinksForTask(tache.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .anyMatch(groupe::equals))
                .findFirst()
                .orElseThrow();
    }

    /** An external task of a process that has no dossier. */
    private Task essai(String prefixe) {
        String reference = prefixe + UUID.randomUUID().toString().substring(0, 8);
        runtimeService.startProcessInstanceByKey(
                "essai-relance", reference, Map.of("region", "53", "echeance", JoursOuvres.finDeJournee(jourOuvre(5))));
        return pas.tache(reference, "Tache_repondre");
    }

    private Job minuteur(Task tache) {
        return managementService
                .createJobQuery()
                .processInstanceId(tache.getProcessInstanceId())
                .activityId("boundaryEvent_silence")
                .singleResult();
    }

    private void vieillirLesInvitations(String dossier) {
        jdbc.sql("update ACT_HI_PROCINST set START_TIME_ = :avant"
                        + " where BUSINESS_KEY_ = :dossier and PROC_DEF_KEY_ = 'courriels-immediats'")
                .param("avant", Timestamp.from(Instant.now().minusSeconds(600)))
                .param("dossier", dossier)
                .update();
    }

    private List<Journal.Evenement> interventions(String dossier) {
        return journal.duDossier(dossier).stream()
                .filter(fait -> fait.nature().equals("pilotage"))
                .toList();
    }

    private TacheSuivie suivie(String tache) {
        return suivies.lire(tache).orElseThrow();
    }

    private LocalDate jourOuvre(int dans) {
        return joursOuvres.ajouter(aujourdhui(), dans, "53");
    }

    private static LocalDate aujourdhui() {
        return LocalDate.now(HeureDeParis.ZONE);
    }
}

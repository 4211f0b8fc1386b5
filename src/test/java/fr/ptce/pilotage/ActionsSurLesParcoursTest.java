package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.securite.ClientHttp;
import fr.ptce.relance.JoursOuvres;
import fr.ptce.relance.TachesSuivies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Suspending, resuming and cancelling a process, over real HTTP: who may, what stops, what stays. */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionsSurLesParcoursTest {

    private static final String MOTIF = "Le porteur attend une réponse de sa commune.";
    private static final String BRETAGNE = "pilote.bretagne";
    private static final String NATIONAL = "pilote.national";
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
    private JoursOuvres joursOuvres;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private ArretDuParcours arret;

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
    void seulsCeuxQuiSuiventLaRegionVoientLeParcoursEtAgissent() {
        String dossier = dossiers.aCompleter("53");
        String instance = pas.tache(dossier, COMPLETER).getProcessInstanceId();
        String page = page(instance);

        for (String compte : List.of(BRETAGNE, NATIONAL, "comite", "admin")) {
            assertThat(pilotes.voir(compte, page).body())
                    .as(compte)
                    .contains("Candidature", "/dossiers/" + dossier, "Suspendre le parcours", "Compléter le dossier")
                    .contains("/dossiers/" + dossier + "/retrait")
                    .doesNotContain("Annuler définitivement");
        }
        assertThat(pilotes.statut("pilote.rhone-alpes", page)).isEqualTo(404);
        assertThat(pilotes.statut(BRETAGNE, page("inconnue"))).isEqualTo(404);
        assertThat(pilotes.statut("accompagnateur.bretagne", page)).isEqualTo(403);
        assertThat(new ClientHttp(port).get(page, "Accept", "text/html").statusCode())
                .isEqualTo(302);
        for (String action : List.of("suspendre", "reprendre", "annuler")) {
            Map<String, String> champs = Map.of("motif", MOTIF);
            assertThat(pilotes.tenter("pilote.rhone-alpes", page + "/" + action, champs))
                    .isEqualTo(404);
            assertThat(pilotes.tenter("accompagnateur.bretagne", page + "/" + action, champs))
                    .isEqualTo(403);
            assertThat(new ClientHttp(port)
                            .postFormulaire(page + "/" + action, champs)
                            .statusCode())
                    .isIn(302, 401, 403);
        }
        dossiers.declarerUnConflit(dossier, BRETAGNE);
        assertThat(pilotes.statut(BRETAGNE, page)).isEqualTo(404);
        assertThat(pilotes.tenter(BRETAGNE, page + "/suspendre", Map.of("motif", MOTIF)))
                .isEqualTo(404);
        assertThat(suspendue(instance)).isFalse();
        assertThat(interventions(dossier)).isEmpty();
    }

    @Test
    void unParcoursSuspenduNAttendPlusPersonnePuisReprend() {
        String dossier = dossiers.aCompleter("53");
        Task tache = pas.tache(dossier, COMPLETER);
        String instance = tache.getProcessInstanceId();
        pas.avancer(dossier);
        taskService.setDueDate(tache.getId(), JoursOuvres.finDeJournee(joursOuvres.ajouter(aujourdhui(), 2, "53")));
        assertThat(relancesAnnoncees(dossier)).isTrue();

        assertThat(agir(BRETAGNE, instance, "suspendre", MOTIF)).contains("Le parcours est suspendu");

        assertThat(suspendue(instance)).isTrue();
        assertThat(taskService.createTaskQuery().taskId(tache.getId()).active().count())
                .isZero();
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(instance)
                        .active()
                        .count())
                .isZero();
        assertThat(relancesAnnoncees(dossier)).isFalse();
        assertThat(pilotes.voir(BRETAGNE, "/pilotage/taches/" + tache.getId()).body())
                .contains("Ce parcours est suspendu")
                .doesNotContain("Renvoyer l’invitation");
        assertThat(pilotes.agir(
                        BRETAGNE,
                        "/pilotage/taches/" + tache.getId() + "/echeance",
                        Map.of(
                                "motif",
                                MOTIF,
                                "echeance",
                                joursOuvres.ajouter(aujourdhui(), 9, "53").toString())))
                .contains("reprenez-le d’abord");
        assertThat(agir(BRETAGNE, instance, "suspendre", MOTIF)).contains("Ce parcours est déjà suspendu.");

        assertThat(agir("comite", instance, "reprendre", MOTIF)).contains("Le parcours a repris");
        assertThat(suspendue(instance)).isFalse();
        assertThat(relancesAnnoncees(dossier)).isTrue();
        assertThat(agir(BRETAGNE, instance, "reprendre", MOTIF)).contains("Ce parcours n’est pas suspendu.");
        assertThat(interventions(dossier)).extracting(Journal.Evenement::auteur).containsExactly(BRETAGNE, "comite");
        assertThat(interventions(dossier))
                .allSatisfy(fait -> assertThat(fait.libelle()).contains(MOTIF));
    }

    @Test
    void sansMotifRienNeChange() {
        String instance = essai().getProcessInstanceId();

        for (String action : List.of("suspendre", "annuler")) {
            assertThat(agir("comite", instance, action, "Non")).contains("Dites pourquoi", ">Non</textarea>");
            assertThat(agir("comite", instance, action, "")).contains("Dites pourquoi");
        }
        assertThat(suspendue(instance)).isFalse();
    }

    @Test
    void leComiteAnnuleUnParcoursAvecSonMotif() {
        Task tache = essai();
        String instance = tache.getProcessInstanceId();
        assertThat(pilotes.voir("comite", page(instance)).body())
                .contains("La tâche ouverte disparaît", "pas réversible", "Annuler définitivement");
        for (String compte : List.of(BRETAGNE, NATIONAL)) {
            assertThat(pilotes.voir(compte, page(instance)).body()).contains("adressez-vous au comité");
            assertThat(agir(compte, instance, "annuler", MOTIF)).contains("Seuls le comité de pilotage");
        }
        assertThat(suivies.lire(tache.getId())).isPresent();

        assertThat(agir("comite", instance, "annuler", MOTIF))
                .contains("Le parcours est annulé.", "Ce parcours est terminé", MOTIF, "Comité Pilotage");

        assertThat(suivies.lire(tache.getId())).isEmpty();
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getDeleteReason())
                .isEqualTo(MOTIF);
        for (String action : List.of("annuler", "suspendre", "reprendre")) {
            assertThat(agir("comite", instance, action, MOTIF)).contains("Ce parcours est déjà terminé");
        }
        assertThat(pilotes.statut(BRETAGNE, "/pilotage/taches/" + tache.getId()))
                .isEqualTo(409);
    }

    @Test
    void uneAnnulationQueLeMoteurRefuseNeLaisseAucuneTrace() {
        String tenu = repositoryService
                .createDeployment()
                .addModelInstance(
                        "essai-tenu.bpmn",
                        Bpmn.createExecutableProcess("essai-tenu")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("Tache_tenue")
                                .camundaExecutionListenerExpression("end", "${personne.neLeSait()}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            String instance = runtimeService
                    .startProcessInstanceByKey("essai-tenu", "ESSAI-TENU", Map.of("region", "53"))
                    .getId();
            assertThat(pilotes.tenter("comite", page(instance) + "/annuler", Map.of("motif", MOTIF)))
                    .isEqualTo(500);

            assertThat(pas.enCours("ESSAI-TENU")).isTrue();
            assertThat(taskService.getProcessInstanceComments(instance))
                    .as("ce que dit le parcours d’une annulation qui n’a pas eu lieu")
                    .isEmpty();
        } finally {
            runtimeService.createProcessInstanceQuery().processInstanceBusinessKey("ESSAI-TENU").list().stream()
                    .map(ProcessInstance::getId)
                    .forEach(instance -> runtimeService.deleteProcessInstance(instance, "essai", true));
            repositoryService.deleteDeployment(tenu, true, true);
        }
    }

    @Test
    void uneCandidatureNeSAnnulePasSousSonDossier() {
        String dossier = dossiers.enRelecture("53");
        String instance =
                pas.taches(dossier, "userTask_declarerInterets").get(0).getProcessInstanceId();

        assertThat(agir("comite", instance, "annuler", MOTIF)).contains("Une candidature se retire depuis son dossier");

        assertThat(pas.enCours(dossier)).isTrue();
        assertThat(interventions(dossier)).isEmpty();
        assertThat(pilotes.statut("comite", "/dossiers/" + dossier + "/retrait"))
                .isEqualTo(200);
    }

    @Test
    void unParcoursDeToutesLesRegionsEstAuxPilotesNationaux() {
        String instance = runtimeService
                .startProcessInstanceByKey(
                        "essai-relance",
                        "ESSAI-PARTOUT",
                        Map.of("echeance", Date.from(Instant.now().plusSeconds(864_000))))
                .getId();

        assertThat(pilotes.voir(BRETAGNE, page(instance)).body())
                .contains("un pilote national")
                .doesNotContain("<textarea");
        assertThat(agir(BRETAGNE, instance, "suspendre", MOTIF)).contains("un pilote national s’en charge");
        assertThat(suspendue(instance)).isFalse();
        assertThat(agir(NATIONAL, instance, "suspendre", MOTIF)).contains("Le parcours est suspendu");
        assertThat(suspendue(instance)).isTrue();
    }

    @Test
    void chaqueProcessusDitOuIlSArrete() {
        for (String cle : List.of(
                "candidature",
                "questionnaire-besoins",
                "lancement-besoins",
                "campagne",
                "import-candidatures",
                "accompagnement-projet",
                "accompagnement-regional",
                "seminaire",
                "cahier-methodologique",
                "recensement-accompagnateur",
                "monographie",
                "entretien",
                "analyse-transversale",
                "publication",
                "absence",
                "relances-quotidiennes")) {
            assertThat(arret.lieu(instanceDe(cle)).ici()).as(cle).isFalse();
        }
        // Stopped, a closing of the months is done by the next one.
        for (String cle : List.of("courriels-immediats", "escalade", "cloture-des-chiffres")) {
            assertThat(arret.lieu(instanceDe(cle)).ici()).as(cle).isTrue();
        }
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .extracting(definition -> definition.getKey())
                .filteredOn(cle -> !cle.startsWith("essai"))
                .as("a new process says where it stops")
                .hasSize(19);
    }

    private static InstancesVisibles.InstanceVisible instanceDe(String cle) {
        return new InstancesVisibles.InstanceVisible(
                "aucune", cle, cle + ":1", cle, "PTCE-0001", "53", Instant.now(), null, false, null);
    }

    private Task essai() {
        String reference = "ESSAI-" + UUID.randomUUID().toString().substring(0, 8);
        runtimeService.startProcessInstanceByKey(
                "essai-relance",
                reference,
                Map.of("region", "53", "echeance", Date.from(Instant.now().plusSeconds(864_000))));
        return pas.tache(reference, "Tache_repondre");
    }

    private String agir(String par, String instance, String action, String motif) {
        return pilotes.agir(par, page(instance) + "/" + action, Map.of("motif", motif));
    }

    private static String page(String instance) {
        return "/pilotage/instances/" + instance + "/actions";
    }

    private boolean suspendue(String instance) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .isSuspended();
    }

    /** Whether the page of the next daily run announces a reminder for this dossier. */
    private boolean relancesAnnoncees(String dossier) {
        for (int page = 1; page <= 40; page++) {
            String corps = pilotes.voir("admin", "/relances?page=" + page).body();
            if (corps.contains(dossier)) {
                return true;
            }
            if (!corps.contains("Page suivante")) {
                return false;
            }
        }
        return false;
    }

    private List<Journal.Evenement> interventions(String dossier) {
        return journal.duDossier(dossier).stream()
                .filter(fait -> fait.nature().equals("pilotage"))
                .toList();
    }

    private static LocalDate aujourdhui() {
        return LocalDate.now(HeureDeParis.ZONE);
    }
}

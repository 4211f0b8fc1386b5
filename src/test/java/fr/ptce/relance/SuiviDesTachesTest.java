package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Every task is followed; the e-mails that leave at once; where an escalation shows in Cockpit. */
@ApplicationDeTest
@TousLesChemins({CourrielsImmediatsProcess.CLE, EscaladeProcess.CLE})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuiviDesTachesTest {

    private static final String REPONDRE = "Tache_repondre";
    private static final String TRAITER = "Tache_traiter";

    @Autowired
    private TachesSuivies taches;

    @Autowired
    private Escalades escalades;

    @Autowired
    private CourrielsImmediats courrielsImmediats;

    @Autowired
    private CarnetDEssai carnet;

    @Autowired
    private Courriels courriels;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private IdentityService identityService;

    private String deploiement;

    @BeforeAll
    void deployer() {
        deploiement = repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-relance.bpmn")
                .deploy()
                .getId();
    }

    @AfterEach
    void deconnecter() {
        identityService.clearAuthentication();
    }

    @AfterAll
    void retirerLeDeploiement() {
        repositoryService.deleteDeployment(deploiement, true);
    }

    @Test
    void uneTacheExterieureInviteParUnLienPersonnelPuisAccuseReception() {
        String dossier = demarrer("ESSAI-", jours(5));
        Task tache = pas.tache(dossier, REPONDRE);
        assertThat(taches.lire(tache.getId())).hasValueSatisfying(suivie -> {
            assertThat(suivie.externe()).isTrue();
            assertThat(suivie.nom()).isEqualTo("Répondre");
            assertThat(suivie.processus()).isEqualTo("essai-relance");
            assertThat(suivie.dossier()).isEqualTo(dossier);
            assertThat(suivie.region()).isEqualTo("53");
            assertThat(suivie.groupes()).containsExactly("pilotes-53");
            assertThat(suivie.echeance()).isEqualTo(tache.getDueDate().toInstant());
        });
        assertThat(modeles(dossier)).isEmpty();

        pas.avancer(dossier);
        CourrielEnvoye invitation = courriels.duDossier(dossier).get(0);
        assertThat(invitation.modele()).isEqualTo("invitation-tache");
        assertThat(invitation.destinataire()).isEqualTo(CarnetDEssai.adresse(dossier));
        assertThat(invitation.texte()).contains("/lien/").contains("Pôle d’essai");

        taskService.complete(tache.getId());
        pas.avancer(dossier);
        assertThat(modeles(dossier)).containsExactly("recu-reponse", "invitation-tache");
        assertThat(courriels.duDossier(dossier).get(0).texte()).contains("Nous avons bien reçu votre réponse");
        assertThat(taches.lire(tache.getId())).isEmpty();
    }

    @Test
    void uneReponseSaisieParUnAgentLeDitDansLeRecu() {
        String dossier = demarrer("ESSAI-", jours(5));
        Task tache = pas.tache(dossier, REPONDRE);
        taskService.setAssignee(tache.getId(), "pilote.bretagne");
        identityService.setAuthentication("pilote.bretagne", List.of("pilotes", "pilotes-53"), List.of("53"));
        taskService.complete(tache.getId());
        identityService.clearAuthentication();
        pas.avancer(dossier);

        assertThat(courriels.duDossier(dossier).get(0).texte()).contains("a saisi pour vous votre réponse");
    }

    @Test
    void uneTacheFinieAvantLEnvoiNInvitePlusPersonne() {
        String dossier = demarrer("ESSAI-", jours(5));
        taskService.complete(pas.tache(dossier, REPONDRE).getId());
        pas.avancer(dossier);

        assertThat(modeles(dossier)).containsExactly("recu-reponse");
    }

    @Test
    void sansAdresseLesPilotesLeLisentDansLeDossier() {
        String dossier = demarrer("MUET-", jours(5));
        pas.avancer(dossier);

        assertThat(courriels.duDossier(dossier)).isEmpty();
        assertThat(carnet.alertes)
                .contains(dossier + " : Aucun courriel envoyé : le dossier n’a pas d’adresse de contact.");
    }

    @Test
    void unPiloteEnvoieUnNouveauLien() {
        String dossier = demarrer("ESSAI-", jours(5));
        Task tache = pas.tache(dossier, REPONDRE);
        pas.avancer(dossier);
        courrielsImmediats.renouvelerLInvitation(tache.getId());
        courrielsImmediats.envoyerUnLienDeSuivi("essai", dossier, "53");
        pas.avancer(dossier);

        assertThat(modeles(dossier)).containsExactlyInAnyOrder("invitation-tache", "invitation-tache", "lien-de-suivi");
        taskService.complete(tache.getId());
        assertThatThrownBy(() -> courrielsImmediats.renouvelerLInvitation(tache.getId()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void uneTacheUrgenteConfieeParUnAutreEstAnnonceeAussitot() {
        String dossier = demarrer("ESSAI-", jours(1));
        String tache = jusquALaTacheInterne(dossier);
        confier(tache, "comite", "pilote.bretagne");
        pas.avancer(dossier);

        CourrielEnvoye annonce = courriels.duDossier(dossier).get(0);
        assertThat(annonce.modele()).isEqualTo("tache-confiee");
        assertThat(annonce.destinataire()).startsWith("pilote.bretagne@");
        assertThat(annonce.texte()).contains("Comité Pilotage vous a confié", "/taches/" + tache);
        assertThat(taches.lire(tache))
                .hasValueSatisfying(t -> assertThat(t.affecteePar()).isNull());
    }

    @Test
    void uneTacheConfieeSansUrgenceAttendLeResume() {
        String dossier = demarrer("ESSAI-", jours(20));
        String tache = jusquALaTacheInterne(dossier);
        confier(tache, "comite", "pilote.bretagne");
        pas.avancer(dossier);

        assertThat(modeles(dossier)).doesNotContain("tache-confiee");
        assertThat(taches.lire(tache)).hasValueSatisfying(t -> {
            assertThat(t.affecteePar()).isEqualTo("comite");
            assertThat(t.responsable()).isEqualTo("pilote.bretagne");
        });
    }

    @Test
    void prendreUneTacheSoiMemeNAnnonceRien() {
        String dossier = demarrer("ESSAI-", jours(1));
        String tache = jusquALaTacheInterne(dossier);
        confier(tache, "pilote.bretagne", "pilote.bretagne");
        pas.avancer(dossier);

        assertThat(modeles(dossier)).doesNotContain("tache-confiee");
        assertThat(taches.lire(tache))
                .hasValueSatisfying(t -> assertThat(t.affecteePar()).isNull());
    }

    @Test
    void uneEcheanceChangeeEstSuivie() {
        String dossier = demarrer("ESSAI-", jours(5));
        Task tache = pas.tache(dossier, REPONDRE);
        Date nouvelle = Date.from(Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        tache.setDueDate(nouvelle);
        taskService.saveTask(tache);

        assertThat(taches.lire(tache.getId()))
                .hasValueSatisfying(suivie -> assertThat(suivie.echeance()).isEqualTo(nouvelle.toInstant()));
    }

    @Test
    void unProcessusSupprimeNAttendPlusPersonne() {
        String dossier = demarrer("ESSAI-", jours(5));
        Task tache = pas.tache(dossier, REPONDRE);
        runtimeService.deleteProcessInstance(tache.getProcessInstanceId(), "essai");

        assertThat(taches.lire(tache.getId())).isEmpty();
        pas.avancer(dossier);
        assertThat(modeles(dossier)).isEmpty();
    }

    @Test
    void uneEscaladeMonteJusquAuComiteEtSArreteAvecLaTache() {
        String dossier = demarrer("ESSAI-", jours(5));
        String tache = pas.tache(dossier, REPONDRE).getId();
        escalader(tache, Escalades.RESPONSABLE);
        assertThat(etape(dossier)).containsExactly("receiveTask_responsable");
        escalader(tache, Escalades.GROUPE);
        assertThat(etape(dossier)).containsExactly("receiveTask_pilotes");
        escalader(tache, Escalades.COMITE);
        assertThat(etape(dossier)).containsExactly("receiveTask_comite");
        taskService.complete(tache);
        assertThat(etape(dossier)).isEmpty();
    }

    @Test
    void uneEscaladeSArreteAChaqueEtageQuandLaTacheEstFaite() {
        for (String niveau : List.of(Escalades.RESPONSABLE, Escalades.GROUPE)) {
            String dossier = demarrer("ESSAI-", jours(5));
            String tache = pas.tache(dossier, REPONDRE).getId();
            escalader(tache, niveau);
            assertThat(etape(dossier)).hasSize(1);
            taskService.complete(tache);
            assertThat(etape(dossier)).isEmpty();
        }
    }

    @Test
    void uneEscaladeDirecteAuComiteMontreLeComite() {
        String dossier = demarrer("ESSAI-", jours(5));
        escalader(pas.tache(dossier, REPONDRE).getId(), Escalades.COMITE);

        assertThat(etape(dossier)).containsExactly("receiveTask_comite");
    }

    /** As the daily run does. */
    private void escalader(String tache, String niveau) {
        escalades.escalader(taches.lire(tache).orElseThrow(), niveau);
        taches.noterLEscalade(tache, niveau);
    }

    private List<String> etape(String dossier) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(EscaladeProcess.CLE)
                .processInstanceBusinessKey(dossier)
                .list()
                .stream()
                .flatMap(instance -> runtimeService.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    private String jusquALaTacheInterne(String dossier) {
        taskService.complete(pas.tache(dossier, REPONDRE).getId());
        return pas.tache(dossier, TRAITER).getId();
    }

    private void confier(String tache, String par, String a) {
        identityService.setAuthentication(par, List.of("camunda-admin"), List.of("53"));
        taskService.setAssignee(tache, a);
        identityService.clearAuthentication();
    }

    private List<String> modeles(String dossier) {
        return courriels.duDossier(dossier).stream().map(CourrielEnvoye::modele).toList();
    }

    private String demarrer(String prefixe, Date echeance) {
        String dossier = prefixe + UUID.randomUUID().toString().substring(0, 8);
        runtimeService.startProcessInstanceByKey(
                "essai-relance", dossier, Map.of("region", "53", "echeance", echeance));
        return dossier;
    }

    private static Date jours(int jours) {
        return Date.from(Instant.now().plus(jours, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
    }
}

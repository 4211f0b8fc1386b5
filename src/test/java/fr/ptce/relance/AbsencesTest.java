package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ptce.ApplicationDeTest;
import fr.ptce.base.HeureDeParis;
import fr.ptce.formulaire.ErreurDeChamp;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.TousLesChemins;
import fr.ptce.moteur.habilitations.Dessaisissement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of {@code absence.bpmn}: where the tasks of somebody absent go, and when they come back. */
@ApplicationDeTest
@TousLesChemins(AbsenceProcess.CLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsencesTest {

    private static final Agent COMITE = new Agent("comite", Set.of("comite-pilotage"), Set.of());
    private final LocalDate aujourdhui = LocalDate.now(HeureDeParis.ZONE);

    @Autowired
    private GestionDesAbsences gestion;

    @Autowired
    private Absences absences;

    @Autowired
    private Dessaisissement dessaisissement;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    private String deploiement;
    private String absent;
    private String remplacant;

    @BeforeAll
    void deployer() {
        deploiement = repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-interne.bpmn")
                .addClasspathResource("relance/essai-personnelle.bpmn")
                .deploy()
                .getId();
    }

    @AfterAll
    void retirerLeDeploiement() {
        repositoryService.deleteDeployment(deploiement, true);
    }

    @BeforeEach
    void deuxPilotesDeBretagne() {
        absent = creer("pilotes-53");
        remplacant = creer("pilotes-53");
    }

    @Test
    void lesTachesVontAuRemplacantEtReviennentAuRetour() {
        Task tache = tacheDe(absent);
        String absence = declarer(remplacant, true);
        pas.declencher(absence, "event_premierJour");
        assertThat(responsable(tache)).isEqualTo(remplacant);

        revenir(absence);
        assertThat(responsable(tache)).isEqualTo(absent);
        assertThat(pas.enCours(absence)).isFalse();
    }

    @Test
    void sansRemplacantLesTachesRetournentAuGroupeEtYRestent() {
        Task tache = tacheDe(absent);
        String absence = declarer(null, false);
        pas.declencher(absence, "event_premierJour");
        assertThat(responsable(tache)).isNull();

        revenir(absence);
        assertThat(responsable(tache)).isNull();
    }

    @Test
    void uneTacheSuspendueNeBougePasEtNEmpecheRien() {
        Task suspendue = tacheDe(absent);
        Task autre = tacheDe(absent);
        runtimeService.suspendProcessInstanceById(suspendue.getProcessInstanceId());
        String absence = declarer(remplacant, true);
        pas.declencher(absence, "event_premierJour");
        assertThat(responsable(suspendue)).isEqualTo(absent);
        assertThat(responsable(autre)).isEqualTo(remplacant);

        runtimeService.suspendProcessInstanceById(autre.getProcessInstanceId());
        revenir(absence);
        assertThat(responsable(autre)).isEqualTo(remplacant);
        assertThat(pas.enCours(absence)).isFalse();
    }

    @Test
    void ceQuUnAutreAPrisEntreTempsResteALui() {
        Task tache = tacheDe(absent);
        String absence = declarer(null, true);
        pas.declencher(absence, "event_premierJour");
        taskService.setAssignee(tache.getId(), "comite");

        revenir(absence);
        assertThat(responsable(tache)).isEqualTo("comite");
    }

    @Test
    void uneAbsenceAnnuleeRendLesTaches() {
        Task tache = tacheDe(absent);
        String absence = declarer(remplacant, false);
        pas.declencher(absence, "event_premierJour");
        gestion.annuler(COMITE, id(absence));
        pas.avancer(absence);

        assertThat(responsable(tache)).isEqualTo(absent);
        assertThat(pas.enCours(absence)).isFalse();
        Assertions.assertThatThrownBy(() -> gestion.annuler(COMITE, id(absence)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void uneNouvelleTacheDUnAbsentVaAussitotAuRemplacant() {
        declarer(remplacant, true);
        assertThat(responsable(tacheDe(absent))).isEqualTo(remplacant);
    }

    @Test
    void unRemplacantQuiNeDoitRienSavoirDuDossierNeLObtientPas() {
        Task tache = tacheDe(absent);
        dessaisissement.dessaisir(remplacant, tache.getProcessInstanceId());
        String absence = declarer(remplacant, true);
        pas.declencher(absence, "event_premierJour");

        assertThat(responsable(tache))
                .as("qui tient une tâche dont le remplaçant ne doit rien savoir")
                .isNull();
    }

    @Test
    void unRemplacantDUnAutreGroupeNObtientPasLaTache() {
        String ailleurs = creer("pilotes-82");
        Task tache = tacheDe(absent);
        String absence = declarer(ailleurs, true);
        pas.declencher(absence, "event_premierJour");

        assertThat(responsable(tache)).isNull();
    }

    /** Such as a review: whoever has it has declared their interests. */
    @Test
    void uneTacheQuiNEstAAucunGroupeResteAQuiLa() {
        String dossier = "ESSAI-" + UUID.randomUUID().toString().substring(0, 8);
        String absence = declarer(remplacant, true);
        runtimeService.startProcessInstanceByKey("essai-personnelle", dossier, Map.of("personne", absent));
        Task tache = pas.tache(dossier, "Tache_evaluer");
        assertThat(responsable(tache))
                .as("of a task that comes during the absence")
                .isEqualTo(absent);

        pas.declencher(absence, "event_premierJour");
        assertThat(responsable(tache))
                .as("of a task that is there when it begins")
                .isEqualTo(absent);
    }

    @Test
    void lesChainesLesBouclesEtLesDatesImpossiblesSontRefusees() {
        assertThat(refus(absent, aujourdhui.minusDays(1), aujourdhui, null)).isEqualTo("du");
        assertThat(refus(absent, aujourdhui.plusDays(2), aujourdhui, null)).isEqualTo("au");
        assertThat(refus(absent, null, null, null)).isEqualTo("du");
        assertThat(refus(absent, aujourdhui, aujourdhui, absent)).isEqualTo("remplacant");
        assertThat(refus(absent, aujourdhui, aujourdhui, "inconnu")).isEqualTo("remplacant");
        assertThat(refus("inconnu", aujourdhui, aujourdhui, null)).isEqualTo("personne");

        declarer(remplacant, true);
        assertThat(refus(absent, aujourdhui.plusDays(1), aujourdhui.plusDays(9), null))
                .isEqualTo("du");
        assertThat(refus(remplacant, aujourdhui, aujourdhui, null)).isEqualTo("personne");
        String troisieme = creer("pilotes-53");
        assertThat(refus(troisieme, aujourdhui, aujourdhui, absent)).isEqualTo("remplacant");
    }

    @Test
    void unPiloteNeDeclareQuePourLesMembresDeSesGroupes() {
        Agent breton = new Agent(remplacant, Set.of("pilotes", "pilotes-53"), Set.of("53"));
        Agent accompagnateur = new Agent(absent, Set.of("accompagnateurs", "pilotes-53"), Set.of());
        assertThat(gestion.personnes(breton)).containsKeys(absent, remplacant).doesNotContainKey("pilote.auvergne");
        assertThat(gestion.personnes(accompagnateur)).containsOnlyKeys(absent);
        assertThat(gestion.remplacants(accompagnateur)).containsKeys(absent, remplacant);
    }

    /** The day after the last one. */
    private void revenir(String absence) {
        jdbc.sql("update absence set du = :hier, au = :hier where id = :id")
                .param("hier", aujourdhui.minusDays(1))
                .param("id", id(absence))
                .update();
        pas.declencher(absence, "event_retour");
    }

    private String refus(String personne, LocalDate du, LocalDate au, String par) {
        SoumissionRefusee refus = catchThrowableOfType(
                SoumissionRefusee.class, () -> gestion.declarer(COMITE, personne, du, au, par, true));
        return refus.erreurs().stream().map(ErreurDeChamp::cle).findFirst().orElseThrow();
    }

    private String declarer(String par, boolean retour) {
        gestion.declarer(COMITE, absent, aujourdhui, aujourdhui.plusDays(3), par, retour);
        return AbsenceProcess.reference(
                absences.de(absent, aujourdhui).orElseThrow().id());
    }

    private static long id(String reference) {
        return Long.parseLong(reference.substring("absence-".length()));
    }

    private Task tacheDe(String personne) {
        String dossier = "ESSAI-" + UUID.randomUUID().toString().substring(0, 8);
        runtimeService.startProcessInstanceByKey(
                "essai-interne",
                dossier,
                Map.of("region", "53", "echeance", Date.from(Instant.now().plus(5, ChronoUnit.DAYS))));
        Task tache = pas.tache(dossier, "Tache_instruire");
        taskService.setAssignee(tache.getId(), personne);
        return tache;
    }

    private String responsable(Task tache) {
        return taskService
                .createTaskQuery()
                .taskId(tache.getId())
                .singleResult()
                .getAssignee();
    }

    private String creer(String groupe) {
        String personne = "agent." + UUID.randomUUID().toString().substring(0, 8);
        User compte = identityService.newUser(personne);
        compte.setFirstName("Camille");
        compte.setLastName("Essai");
        compte.setEmail(personne + "@pilote.example");
        identityService.saveUser(compte);
        List.of("pilotes", groupe).forEach(id -> identityService.createMembership(personne, id));
        return personne;
    }
}

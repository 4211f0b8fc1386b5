package fr.ptce.moteur.interne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.ApplicationDeTest;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.formulaire.SoumissionRefusee;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.type.SerializableValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way to end a task, in Java and through the REST API that Tasklist uses. */
@ApplicationDeTest
class TachesSousControleTest {

    private static final String GROUPE = "pilotes-53";
    private static final String PILOTE = "pilote.essai";
    private static final String COLLEGUE = "collegue.essai";
    private static final String ETRANGER = "etranger.essai";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private TaskService taskService;

    @Autowired
    private FormService formService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private Formulaires formulaires;

    @LocalServerPort
    private int port;

    private Task tache;

    @BeforeEach
    void unDossierAEvaluer() {
        deploiement(null).deploy();
        compte(PILOTE, GROUPE);
        compte(COLLEGUE, GROUPE);
        compte(ETRANGER, "pilotes-82");
        tache = demarrer("essai-formulaire");
    }

    @AfterEach
    void nettoyer() {
        identityService.clearAuthentication();
        runtimeService.createProcessInstanceQuery().processDefinitionKey("essai-formulaire").list().stream()
                .map(instance -> instance.getId())
                .forEach(id -> runtimeService.deleteProcessInstance(id, "fin de l’essai"));
    }

    private DeploymentBuilder deploiement(String tenant) {
        return repositoryService
                .createDeployment()
                .name("essai-formulaire")
                .tenantId(tenant)
                .enableDuplicateFiltering(false)
                .addClasspathResource("essais/essai-formulaire.bpmn")
                .addClasspathResource("essais/essai-formulaire.form");
    }

    private Task demarrer(String cle) {
        return laTache(runtimeService
                .createProcessInstanceByKey(cle)
                .processDefinitionWithoutTenantId()
                .setVariables(Map.of("titre", "Pôle du Trégor", "motif", "d’avant", "prive", "secret"))
                .execute()
                .getId());
    }

    private Task laTache(String instance) {
        return taskService.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void compte(String id, String groupe) {
        if (identityService.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User utilisateur = identityService.newUser(id);
        utilisateur.setFirstName("Essai");
        utilisateur.setLastName("Essai");
        utilisateur.setPassword("mot-de-passe");
        identityService.saveUser(utilisateur);
        if (identityService.createGroupQuery().groupId(groupe).count() == 0) {
            identityService.saveGroup(identityService.newGroup(groupe));
        }
        ouvrirLesTaches(groupe);
        identityService.createMembership(id, groupe);
        Authorization acces = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        acces.setUserId(id);
        acces.setResource(Resources.APPLICATION);
        acces.setResourceId("tasklist");
        acces.addPermission(Permissions.ACCESS);
        authorizationService.saveAuthorization(acces);
    }

    /** What groups hold in the application: who works on what is narrowed by tenants and by the rules tested here. */
    private void ouvrirLesTaches(String groupe) {
        if (authorizationService
                        .createAuthorizationQuery()
                        .groupIdIn(groupe)
                        .resourceType(Resources.TASK)
                        .resourceId("*")
                        .count()
                > 0) {
            return;
        }
        Authorization taches = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        taches.setGroupId(groupe);
        taches.setResource(Resources.TASK);
        taches.setResourceId("*");
        taches.addPermission(Permissions.READ);
        taches.addPermission(Permissions.TASK_WORK);
        authorizationService.saveAuthorization(taches);
    }

    private <T> T enTantQue(String utilisateur, String groupe, Callable<T> action) throws Exception {
        identityService.setAuthentication(utilisateur, List.of(groupe));
        try {
            return action.call();
        } finally {
            identityService.clearAuthentication();
        }
    }

    private void parLePilote(Runnable action) throws Exception {
        par(PILOTE, GROUPE, action);
    }

    private void par(String utilisateur, String groupe, Runnable action) throws Exception {
        enTantQue(utilisateur, groupe, () -> {
            action.run();
            return null;
        });
    }

    private void rienNAChange() {
        Task encore = laTache(tache.getProcessInstanceId());
        assertThat(encore.getId()).isEqualTo(tache.getId());
        assertThat(runtimeService.getVariables(tache.getProcessInstanceId()))
                .isEqualTo(Map.of("titre", "Pôle du Trégor", "motif", "d’avant", "prive", "secret"));
    }

    private String etape() {
        return laTache(tache.getProcessInstanceId()).getTaskDefinitionKey();
    }

    // In Java

    @Test
    void uneSoumissionRefuseeNeChangeRien() {
        Map<String, Object> fausse = Map.of("note", 9, "avis", "oui", "pirate", true);
        String id = tache.getId();
        assertThatThrownBy(() -> taskService.complete(id, fausse))
                .isInstanceOfSatisfying(SoumissionRefusee.class, refus -> assertThat(refus.erreurs())
                        .extracting(erreur -> erreur.cle())
                        .containsExactly("note", "pirate"))
                .hasMessageContaining("indiquez un nombre entre 0 et 5");
        assertThatThrownBy(() -> taskService.complete(id)).isInstanceOf(SoumissionRefusee.class);
        assertThatThrownBy(() -> taskService.completeWithVariablesInReturn(id, fausse, false))
                .isInstanceOf(SoumissionRefusee.class);
        assertThatThrownBy(() -> formService.submitTaskForm(id, fausse)).isInstanceOf(SoumissionRefusee.class);
        assertThatThrownBy(() -> formService.submitTaskFormWithVariablesInReturn(id, fausse, false))
                .isInstanceOf(SoumissionRefusee.class);
        assertThatThrownBy(() -> taskService.resolveTask(id, fausse)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> taskService.handleBpmnError(id, "conflit", "Conflit", fausse))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> taskService.handleEscalation(id, "alerte", fausse))
                .isInstanceOf(BadUserRequestException.class);
        rienNAChange();
    }

    @Test
    void uneErreurPeutFinirUneTacheAuFormulaireIncomplet() {
        taskService.handleBpmnError(tache.getId(), "conflit", "Conflit", Map.of("note", 2));
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(tache.getProcessInstanceId())
                        .count())
                .isZero();
    }

    @Test
    void lesChampsCachesOuFigesNeTouchentPasAuxVariables() {
        taskService.complete(tache.getId(), Map.of("note", "4", "avis", "oui", "motif", "", "titre", "Pôle du Trégor"));
        assertThat(etape()).isEqualTo("suite");
        assertThat(runtimeService.getVariables(tache.getProcessInstanceId()))
                .containsEntry("note", 4)
                .containsEntry("motif", "d’avant")
                .containsEntry("titre", "Pôle du Trégor");
    }

    @Test
    void uneListeEstGardeeCommeTasklistLaGarde() {
        SerializableValueType json =
                (SerializableValueType) configuration.getValueTypeResolver().typeForName("json");
        for (Object themes : List.of(
                json.createValueFromSerialized("[\"culture\"]", Map.of()), List.of("culture"), "[\"culture\"]")) {
            Task une = demarrer("essai-formulaire");
            taskService.complete(une.getId(), Map.of("note", 4, "avis", "oui", "themes", themes));
            SerializableValue gardee = runtimeService.getVariableTyped(une.getProcessInstanceId(), "themes", false);
            assertThat(gardee.getType().getName()).isEqualTo("json");
            assertThat(gardee.getValueSerialized()).isEqualTo("[\"culture\"]");
        }
    }

    @Test
    void leFormulaireDUneTacheEstCeluiQuiEstDeploye() {
        assertThat(formulaires.deLaTache(tache).id()).isEqualTo("essai-formulaire");
        assertThat(formulaires.deLaTache(tache)).isSameAs(formulaires.deLaTache(tache));
        taskService.complete(tache.getId(), Map.of("note", 4, "avis", "oui"));
        assertThat(formulaires.siLaTacheEnAUn(laTache(tache.getProcessInstanceId())))
                .isEmpty();
    }

    @Test
    void uneTacheSansFormulaireSeTermineCommeAvant() {
        taskService.complete(tache.getId(), Map.of("note", 4, "avis", "oui"));
        taskService.complete(laTache(tache.getProcessInstanceId()).getId(), Map.of("libre", "x"));
        assertThat(laTache(tache.getProcessInstanceId())).isNull();
    }

    @Test
    void seulLeResponsableTermineLaTache() throws Exception {
        Map<String, Object> bonne = Map.of("note", 4, "avis", "oui");
        String id = tache.getId();
        assertThatThrownBy(() -> parLePilote(() -> taskService.complete(id, bonne)))
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("Prenez d’abord la tâche en charge.");
        par(COLLEGUE, GROUPE, () -> taskService.claim(id, COLLEGUE));
        for (Runnable fin : List.<Runnable>of(
                () -> taskService.complete(id, bonne),
                () -> taskService.completeWithVariablesInReturn(id, bonne, false),
                () -> formService.submitTaskForm(id, bonne),
                () -> formService.submitTaskFormWithVariablesInReturn(id, bonne, false),
                () -> taskService.resolveTask(id),
                () -> taskService.handleBpmnError(id, "conflit"),
                () -> taskService.handleEscalation(id, "alerte"))) {
            assertThatThrownBy(() -> parLePilote(fin))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessage("Cette tâche est prise en charge par une autre personne.");
        }
        rienNAChange();
        par(COLLEGUE, GROUPE, () -> taskService.complete(id, bonne));
        assertThat(etape()).isEqualTo("suite");
    }

    @Test
    void unCandidatNePrendEnChargeQuePourLuiMeme() throws Exception {
        String id = tache.getId();
        assertThatThrownBy(() -> parLePilote(() -> taskService.claim(id, COLLEGUE)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> par(ETRANGER, "pilotes-82", () -> taskService.claim(id, ETRANGER)))
                .isInstanceOf(AuthorizationException.class);
        parLePilote(() -> taskService.claim(id, PILOTE));
        assertThatThrownBy(() -> par(COLLEGUE, GROUPE, () -> taskService.claim(id, null)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> par(COLLEGUE, GROUPE, () -> taskService.claim(id, COLLEGUE)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("déjà prise en charge");
        assertThat(laTache(tache.getProcessInstanceId()).getAssignee()).isEqualTo(PILOTE);
    }

    @Test
    void leResponsableRemetLaTacheAuGroupeEtRienDePlus() throws Exception {
        String id = tache.getId();
        parLePilote(() -> taskService.claim(id, PILOTE));
        assertThatThrownBy(() -> par(COLLEGUE, GROUPE, () -> taskService.setAssignee(id, null)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> parLePilote(() -> taskService.setAssignee(id, COLLEGUE)))
                .isInstanceOf(AuthorizationException.class);
        parLePilote(() -> taskService.setAssignee(id, null));
        assertThat(laTache(tache.getProcessInstanceId()).getAssignee()).isNull();
    }

    @Test
    void uneTacheSansGroupeNePeutPasEtreRemise() throws Exception {
        taskService.complete(tache.getId(), Map.of("note", 4, "avis", "oui"));
        String suite = laTache(tache.getProcessInstanceId()).getId();
        assertThatThrownBy(() -> parLePilote(() -> taskService.setAssignee(suite, null)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("aucun groupe");
    }

    @Test
    void seulsCeuxQuiPeuventTravaillerSurUneTacheLisentSonContenu() throws Exception {
        String id = tache.getId();
        assertThat(enTantQue(PILOTE, GROUPE, () -> formService.getTaskFormVariables(id)))
                .containsEntry("titre", "Pôle du Trégor");
        assertThat(enTantQue(PILOTE, GROUPE, () -> taskService.getVariable(id, "titre")))
                .isEqualTo("Pôle du Trégor");
        assertThat(enTantQue(PILOTE, GROUPE, () -> formulaires.deLaTache(tache).champs()))
                .hasSize(5);
        for (Callable<?> lecture : List.<Callable<?>>of(
                () -> formService.getTaskFormVariables(id),
                () -> formService.getDeployedTaskForm(id),
                () -> formService.getTaskFormData(id),
                () -> formService.getRenderedTaskForm(id),
                () -> taskService.getVariables(id),
                () -> taskService.getVariablesLocal(id, List.of("titre")),
                () -> taskService.getVariable(id, "titre"),
                () -> taskService.getVariableTyped(id, "titre"))) {
            assertThatThrownBy(() -> enTantQue(ETRANGER, "pilotes-82", lecture))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("ne vous est pas ouvert");
        }
    }

    @Test
    void uneTacheDUnAutreTerritoireNExistePas() throws Exception {
        deploiement("region-53").deploy();
        String instance = runtimeService
                .createProcessInstanceByKey("essai-formulaire")
                .processDefinitionTenantId("region-53")
                .execute()
                .getId();
        String id = laTache(instance).getId();
        assertThatThrownBy(() -> parLePilote(() -> taskService.claim(id, PILOTE)))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("ne vous est pas ouverte");
        assertThatThrownBy(() -> parLePilote(() -> formService.getTaskFormVariables(id)))
                .isInstanceOf(AuthorizationException.class);
        identityService.setAuthentication(PILOTE, List.of(GROUPE), List.of("region-53"));
        taskService.claim(id, PILOTE);
        identityService.clearAuthentication();
        assertThat(laTache(instance).getAssignee()).isEqualTo(PILOTE);
        runtimeService.deleteProcessInstance(instance, "fin de l’essai");
    }

    @Test
    void rienNArreteUnAdministrateur() throws Exception {
        Authorization tout = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        tout.setUserId("chef.essai");
        tout.setResource(Resources.TASK);
        tout.setResourceId("*");
        tout.addPermission(Permissions.ALL);
        authorizationService.saveAuthorization(tout);
        par("chef.essai", "camunda-admin", () -> {
            taskService.setAssignee(tache.getId(), PILOTE);
            taskService.getVariables(tache.getId());
            taskService.complete(tache.getId(), Map.of("note", 4, "avis", "oui"));
        });
        assertThat(etape()).isEqualTo("suite");
    }

    // Through HTTP, as Tasklist does

    @Test
    void tasklistEstRefuseeAvecLeMessageFrancaisEtRienNeChange() throws Exception {
        Navigateur pilote = new Navigateur(PILOTE);
        assertThat(pilote.poster("/claim", "{\"userId\":\"" + COLLEGUE + "\"}").statusCode())
                .isEqualTo(403);
        assertThat(pilote.poster("/claim", "{\"userId\":\"" + PILOTE + "\"}").statusCode())
                .isEqualTo(204);
        for (String voie : List.of("/submit-form", "/complete")) {
            HttpResponse<String> refus = pilote.poster(
                    voie, "{\"variables\":{\"note\":{\"value\":9,\"type\":\"Integer\"},\"avis\":{\"value\":\"oui\"}}}");
            assertThat(refus.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(refus.body()).path("message").asText())
                    .contains("«\u00a0Note territoire\u00a0»\u00a0: indiquez un nombre entre 0 et 5");
        }
        for (String voie : List.of("/bpmnError", "/resolve")) {
            HttpResponse<String> refus =
                    pilote.poster(voie, "{\"errorCode\":\"conflit\",\"variables\":{\"note\":{\"value\":9}}}");
            assertThat(refus.statusCode()).as(voie + refus.body()).isEqualTo(400);
        }
        assertThat(pilote.poster("/variables", "{\"modifications\":{\"titre\":{\"value\":\"x\"}}}")
                        .statusCode())
                .isEqualTo(403);
        rienNAChange();
    }

    @Test
    void tasklistTermineUneTacheAvecUneValeurJsonEtUnChampCache() throws Exception {
        Navigateur pilote = new Navigateur(PILOTE);
        pilote.poster("/claim", "{\"userId\":\"" + PILOTE + "\"}");
        assertThat(pilote.lire("/form-variables").path("titre").path("value").asText())
                .isEqualTo("Pôle du Trégor");
        assertThat(pilote.lire("/deployed-form").path("id").asText()).isEqualTo("essai-formulaire");
        HttpResponse<String> reponse = pilote.poster(
                "/submit-form",
                "{\"variables\":{\"note\":{\"value\":4,\"type\":\"Integer\"},\"avis\":{\"value\":\"oui\",\"type\":\"String\"},"
                        + "\"titre\":{\"value\":\"Pôle du Trégor\",\"type\":\"String\"},"
                        + "\"themes\":{\"value\":\"[\\\"culture\\\"]\",\"type\":\"Json\"}}}");
        assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(204);
        assertThat(etape()).isEqualTo("suite");
    }

    @Test
    void unCollegueEstRefuseDansTasklistEtLeResponsableRemetLaTache() throws Exception {
        Navigateur pilote = new Navigateur(PILOTE);
        Navigateur collegue = new Navigateur(COLLEGUE);
        pilote.poster("/claim", "{\"userId\":\"" + PILOTE + "\"}");
        HttpResponse<String> refus = collegue.poster(
                "/submit-form", "{\"variables\":{\"note\":{\"value\":4},\"avis\":{\"value\":\"oui\"}}}");
        assertThat(refus.statusCode()).isEqualTo(403);
        assertThat(refus.body()).contains("Cette tâche est prise en charge par une autre personne.");
        assertThat(collegue.poster("/unclaim", "{}").statusCode()).isEqualTo(403);
        assertThat(pilote.poster("/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(laTache(tache.getProcessInstanceId()).getAssignee()).isNull();
        assertThat(new Navigateur(ETRANGER)
                        .poster("/claim", "{\"userId\":\"" + ETRANGER + "\"}")
                        .statusCode())
                .isEqualTo(403);
        rienNAChange();
    }

    /** A browser logged in to Tasklist. */
    private final class Navigateur {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Navigateur(String utilisateur) throws IOException, InterruptedException {
            envoyer(requete("/camunda/app/tasklist/default/").GET());
            HttpResponse<String> connexion = envoyer(requete("/camunda/api/admin/auth/user/default/login/tasklist")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=" + utilisateur + "&password=mot-de-passe")));
            assertThat(connexion.statusCode()).as(connexion.body()).isEqualTo(200);
            envoyer(requete("/camunda/app/tasklist/default/").GET());
        }

        HttpResponse<String> poster(String chemin, String corps) throws IOException, InterruptedException {
            return envoyer(requete("/camunda/api/engine/engine/default/task/" + tache.getId() + chemin)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(corps)));
        }

        JsonNode lire(String chemin) throws IOException, InterruptedException {
            return JSON.readTree(envoyer(requete("/camunda/api/engine/engine/default/task/" + tache.getId() + chemin)
                            .GET())
                    .body());
        }

        private HttpRequest.Builder requete(String chemin) {
            HttpRequest.Builder requete = HttpRequest.newBuilder(URI.create("http://localhost:" + port + chemin));
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> "XSRF-TOKEN".equals(cookie.getName()))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .ifPresent(jeton -> requete.header("X-XSRF-TOKEN", jeton));
            return requete;
        }

        private HttpResponse<String> envoyer(HttpRequest.Builder requete) throws IOException, InterruptedException {
            return client.send(requete.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

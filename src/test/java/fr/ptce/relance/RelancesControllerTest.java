package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.Pas;
import fr.ptce.moteur.habilitations.Dessaisissement;
import fr.ptce.moteur.securite.ClientHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** The preview of the next run: who reads what, and who may pause it. */
@ApplicationDeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelancesControllerTest {

    private static final String DOSSIER = "ESSAI-APERCU";

    @LocalServerPort
    private int port;

    @Autowired
    private ProchainPassage passage;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private Dessaisissement dessaisissement;

    @Autowired
    private Pas pas;

    private String deploiement;

    @BeforeAll
    void unDossierEnRetardEnBretagne() {
        deploiement = repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-interne.bpmn")
                .deploy()
                .getId();
        runtimeService.startProcessInstanceByKey(
                "essai-interne",
                DOSSIER,
                Map.of("region", "53", "echeance", Date.from(Instant.now().minus(3, ChronoUnit.DAYS))));
        taskService.setAssignee(pas.tache(DOSSIER, "Tache_instruire").getId(), "pilote.bretagne");
    }

    @AfterAll
    void retirer() {
        repositoryService.deleteDeployment(deploiement, true);
    }

    @Test
    void unPiloteLitCeQuiPartiraDansSaRegionEtPourquoi() {
        String page = connecte("pilote.bretagne").get("/relances").body();

        assertThat(page)
                .contains("Prochain passage", DOSSIER, "Instruire", "Dernier rappel", "Le lendemain de l’échéance")
                .doesNotContain("Suspendre les relances", "Derniers passages");
        assertThat(connecte("pilote.rhone-alpes").get("/relances").body()).doesNotContain(DOSSIER);
        assertThat(connecte("comite").get("/relances").body()).contains(DOSSIER, "Derniers passages");

        String instance = pas.tache(DOSSIER, "Tache_instruire").getProcessInstanceId();
        assertThat(connecte("pilote.national").get("/relances").body()).contains(DOSSIER);
        dessaisissement.dessaisir("pilote.national", instance);
        assertThat(connecte("pilote.national").get("/relances").body()).doesNotContain(DOSSIER);
    }

    @Test
    void personneDAutreNOuvreLaPage() {
        assertThat(new ClientHttp(port).get("/relances").statusCode()).isIn(302, 401);
        assertThat(connecte("accompagnateur.bretagne").get("/relances").statusCode())
                .isEqualTo(403);
    }

    @Test
    void leComiteSuspendEtReprendLesRelances() {
        ClientHttp pilote = connecte("pilote.bretagne");
        assertThat(envoyer(pilote, "/relances/suspension").statusCode()).isEqualTo(403);
        assertThat(passage.suspendu()).isFalse();

        ClientHttp comite = connecte("comite");
        assertThat(envoyer(comite, "/relances/suspension").statusCode()).isEqualTo(302);
        assertThat(passage.suspendu()).isTrue();
        assertThat(comite.get("/relances").body()).contains("Les relances sont suspendues", "Reprendre les relances");

        assertThat(envoyer(comite, "/relances/reprise").statusCode()).isEqualTo(302);
        assertThat(passage.suspendu()).isFalse();
        assertThat(comite.get("/relances").body()).contains("Les relances reprennent");
    }

    @Test
    void uneAutreTableChangeCeQuiPartSansToucherAuCode() throws IOException {
        String table = new ClassPathResource("bpmn/relance/relances.dmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(passage.annonces(passage.jour(), region -> true, "comite"))
                .extracting(ProchainPassage.Annonce::dossier)
                .contains(DOSSIER);

        String autre = repositoryService
                .createDeployment()
                .addString("relances.dmn", table.replace("\"dernier-rappel\"", "\"rien\""))
                .deploy()
                .getId();
        try {
            assertThat(passage.annonces(passage.jour(), region -> true, "comite"))
                    .extracting(ProchainPassage.Annonce::dossier)
                    .doesNotContain(DOSSIER);
        } finally {
            repositoryService.deleteDeployment(autre, true);
        }
    }

    @Test
    void unPiloteRelanceUnIncidentDeSaRegionEtPersonneDAutre() {
        String essai = repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-relance.bpmn")
                .deploy()
                .getId();
        try {
            runtimeService.startProcessInstanceByKey(
                    "essai-relance", "ESSAI-INCIDENT", Map.of("region", "53", "echeance", Date.from(Instant.now())));
            String courriel = managementService
                    .createJobQuery()
                    .processDefinitionKey(CourrielsImmediatsProcess.CLE)
                    .messages()
                    .singleResult()
                    .getId();
            managementService.setJobRetries(courriel, 0);
            String chemin = "/camunda/api/engine/engine/default/job/" + courriel + "/retries";
            for (String autre : List.of("pilote.rhone-alpes", "accompagnateur.bretagne")) {
                assertThat(connecte(autre).putJson(chemin, "{\"retries\":1}").statusCode())
                        .as(autre)
                        .isBetween(400, 500);
            }
            assertThat(essais(courriel)).isZero();

            assertThat(connecte("pilote.bretagne")
                            .putJson(chemin, "{\"retries\":1}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(essais(courriel)).isEqualTo(1);
            pas.avancer("ESSAI-INCIDENT");
        } finally {
            repositoryService.deleteDeployment(essai, true);
        }
    }

    private int essais(String job) {
        return managementService.createJobQuery().jobId(job).singleResult().getRetries();
    }

    private static HttpResponse<String> envoyer(ClientHttp navigateur, String chemin) {
        return navigateur.postFormulaire(chemin, Map.of());
    }

    private ClientHttp connecte(String identifiant) {
        return new ClientHttp(port).connecter(identifiant, "demo");
    }
}

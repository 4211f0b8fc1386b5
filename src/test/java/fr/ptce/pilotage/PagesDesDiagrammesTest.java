package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.candidature.CandidatureProcess;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the diagrams over HTTP: who gets what. */
@ApplicationDeTest
class PagesDesDiagrammesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CandidaturesDEssai candidatures;

    @Autowired
    private RepositoryService modeles;

    @Autowired
    private JdbcClient jdbc;

    private String numero;
    private String instance;
    private String definition;

    @BeforeEach
    void deposer() {
        numero = candidatures.deposer("41");
        instance = candidatures.instance(numero);
        definition = modeles.createProcessDefinitionQuery()
                .processDefinitionKey(CandidatureProcess.CLE)
                .latestVersion()
                .singleResult()
                .getId();
    }

    @Test
    void unPiloteLitLesInstancesDeSaRegionEtAucuneAutre() {
        ClientHttp lorrain = connecter("pilote.lorraine");
        ClientHttp breton = connecter("pilote.bretagne");

        for (String chemin : deLInstance()) {
            assertThat(lorrain.get(chemin).statusCode()).as(chemin).isEqualTo(200);
            HttpResponse<String> refus = breton.get(chemin);
            assertThat(refus.statusCode()).as(chemin).isEqualTo(404);
            assertThat(refus.body())
                    .as(chemin)
                    .contains("Processus introuvable")
                    .doesNotContain(numero);
        }
        assertThat(lorrain.get(liste()).body()).contains(instance, "Lorraine");
        assertThat(breton.get(liste()).body()).doesNotContain(instance).contains("Aucun processus ne correspond");
        assertThat(connecter("comite").get(deLInstance().get(0)).statusCode()).isEqualTo(200);
        assertThat(connecter("admin").get(deLInstance().get(0)).statusCode()).isEqualTo(200);
        assertThat(connecter("pilote.national").get(liste()).body()).contains(instance);
    }

    @Test
    void unConflitDInteretsFermeLInstance() {
        jdbc.sql("insert into conflit_interets (dossier, utilisateur, groupe, motif, declare_le)"
                        + " values (:dossier, 'pilote.lorraine', 'pilotes-41', 'Parent', current_timestamp)")
                .param("dossier", numero)
                .update();
        ClientHttp lorrain = connecter("pilote.lorraine");

        deLInstance()
                .forEach(chemin ->
                        assertThat(lorrain.get(chemin).statusCode()).as(chemin).isEqualTo(404));
        assertThat(lorrain.get(liste()).body()).doesNotContain(instance);
    }

    @Test
    void quiNEstPasPiloteEstRefuse() {
        ClientHttp accompagnateur = connecter("accompagnateur.lorraine");
        ClientHttp redacteur = connecter("redacteur");

        for (String chemin : tous()) {
            assertThat(accompagnateur.get(chemin).statusCode()).as(chemin).isEqualTo(403);
            assertThat(redacteur.get(chemin).statusCode()).as(chemin).isEqualTo(403);
        }
    }

    @Test
    void unAnonymeNObtientRien() {
        for (String chemin : tous()) {
            HttpResponse<String> page = new ClientHttp(port).get(chemin, "Accept", "text/html");
            assertThat(page.statusCode()).as(chemin).isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElseThrow()).contains("/connexion");
            assertThat(new ClientHttp(port)
                            .get(chemin, "Accept", "application/json")
                            .statusCode())
                    .as(chemin)
                    .isEqualTo(401);
        }
    }

    @Test
    void lesChiffresSExportentDansLaPeriodeDemandee() {
        ClientHttp lorrain = connecter("pilote.lorraine");
        String csv = lorrain.get(frequentation() + ".csv?periode=7j").body();

        assertThat(csv).contains("Étape;Nature;Passages;Tâches terminées").contains("Déclarer ses intérêts;Tâche;");
        assertThat(new String(
                        lorrain.telecharger(frequentation() + ".xlsx?periode=tout"), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertThat(lorrain.get(frequentation() + ".json?periode=7j").body())
                .contains("\"element\":\"userTask_declarerInterets\"");
        assertThat(lorrain.get(frequentation() + "?periode=7j").body())
                .contains("<option value=\"7j\" selected=\"selected\">7 derniers jours</option>");
        assertThat(lorrain.get("/pilotage/processus/inconnu/frequentation").statusCode())
                .isEqualTo(404);
    }

    @Test
    void laPageDitLeDossierLesCourrielsEtLesDecisionsSansAdresse() {
        String page = connecter("pilote.lorraine").get(deLInstance().get(0)).body();

        assertThat(page)
                .contains("href=\"/dossiers/" + numero + "\"", "/dossiers/" + numero + "/courriels/", "Catégorie")
                .contains("Pilotes Lorraine", "Lorraine", "en cours")
                .doesNotContain("camille@marais.example");
    }

    @Test
    void uneRechercheQuiNeSeComprendPasMontreToutPlutotQueDEchouer() {
        ClientHttp lorrain = connecter("pilote.lorraine");

        assertThat(lorrain.get("/pilotage/instances?etat=x&page=-3&region=zz&dossier=%00")
                        .statusCode())
                .isEqualTo(200);
        assertThat(lorrain.get("/pilotage/instances?page=999999").statusCode()).isEqualTo(200);
        assertThat(lorrain.get(frequentation() + "?periode=x").statusCode()).isEqualTo(200);
    }

    private ClientHttp connecter(String compte) {
        return new ClientHttp(port).connecter(compte, "demo", "welcome");
    }

    private List<String> deLInstance() {
        String base = "/pilotage/instances/" + instance;
        return List.of(base, base + "/diagramme.bpmn", base + "/parcours.json");
    }

    private String liste() {
        return "/pilotage/instances?processus=candidature&etat=en-cours&dossier=" + numero;
    }

    private String frequentation() {
        return "/pilotage/processus/" + definition + "/frequentation";
    }

    private List<String> tous() {
        return List.of(
                deLInstance().get(0),
                deLInstance().get(1),
                deLInstance().get(2),
                liste(),
                frequentation(),
                frequentation() + ".json",
                frequentation() + ".csv",
                frequentation() + ".xlsx");
    }
}

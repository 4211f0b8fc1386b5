package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.securite.ClientHttp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A personal link in bad hands: each attempt is answered without saying more than it must, and changes nothing. */
@ApplicationDeTest
class LienAttaqueTest {

    private static final String REPONSE = "{\"structure\":\"Pôle\",\"avis\":\"oui\",\"accord\":true}";

    @LocalServerPort
    private int port;

    @Autowired
    private Liens liens;

    @Autowired
    private RepositoryService modeles;

    @Autowired
    private RuntimeService execution;

    @Autowired
    private TaskService taches;

    @Autowired
    private JdbcClient jdbc;

    private String deploiement;
    private String instance;
    private String lien;

    @BeforeEach
    void preparer() {
        deploiement = modeles.createDeployment()
                .addClasspathResource("portail/essai-lien.bpmn")
                .addClasspathResource("portail/essai-lien.form")
                .deploy()
                .getId();
        instance = demarrer();
        lien = lien(tache(instance).getId(), Instant.now().plus(1, ChronoUnit.DAYS));
    }

    @AfterEach
    void retirer() {
        modeles.deleteDeployment(deploiement, true);
    }

    @Test
    void unLienDevineOuTronqueEstInconnu() {
        String jeton = lien.substring("/lien/".length());
        for (String autre : List.of(
                jeton.substring(0, 42),
                jeton + "A",
                jeton.toUpperCase(java.util.Locale.ROOT),
                "a".repeat(43),
                "%27or%201=1")) {
            rienNeChange("/lien/" + autre, 404);
        }
    }

    @Test
    void unLienNOuvreQueSaTache() {
        String autre = demarrer();
        assertThat(repondre(lien).statusCode()).isEqualTo(200);
        assertThat(tache(autre).getTaskDefinitionKey()).isEqualTo("Tache_completer");
        assertThat(tache(instance).getTaskDefinitionKey()).isEqualTo("Tache_lire");
    }

    @Test
    void unLienDUnAutreUsageEstInconnu() {
        String suivi = URI.create(liens.creer(
                        "PTCE-0042",
                        "porteur@pole.example",
                        Liens.SUIVI,
                        null,
                        Instant.now().plusSeconds(60)))
                .getPath();
        rienNeChange(suivi.replace("/suivi/", "/lien/"), 404);
        assertThat(new ClientHttp(port).get(lien.replace("/lien/", "/suivi/")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void unLienExpireOuRevoqueEstInconnu() {
        rienNeChange(lien(tache(instance).getId(), Instant.now().minusSeconds(1)), 404);
        liens.revoquer(liens.resoudre(Liens.TACHE, lien.substring("/lien/".length()))
                .orElseThrow()
                .id());
        rienNeChange(lien, 404);
    }

    @Test
    void unRejeuApresLaFinEstRefuse() {
        assertThat(repondre(lien).statusCode()).isEqualTo(200);
        HttpResponse<String> rejeu = new ClientHttp(port).postJson(lien, REPONSE.replace("\"Pôle\"", "\"Un autre\""));

        assertThat(rejeu.statusCode()).isEqualTo(409);
        assertThat(execution.getVariable(instance, "structure")).isEqualTo("Pôle");
        assertThat(new ClientHttp(port).putJson(lien + "/brouillon", REPONSE).statusCode())
                .isEqualTo(409);
        assertThat(brouillons()).isZero();
    }

    @Test
    void deDeuxReponsesSimultaneesUneSeuleEstGardee() throws Exception {
        ExecutorService ensemble = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> envoi = () -> repondre(lien).statusCode();
            List<Integer> statuts = ensemble.invokeAll(List.of(envoi, envoi)).stream()
                    .map(LienAttaqueTest::resultat)
                    .sorted()
                    .toList();
            assertThat(statuts).containsExactly(200, 409);
        } finally {
            ensemble.shutdown();
        }
        assertThat(tache(instance).getTaskDefinitionKey()).isEqualTo("Tache_lire");
        assertThat(jdbc.sql("select count(*) from reponse_de_tache where dossier = 'PTCE-0042-A'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void lesChampsQueLeFormulaireNAPasSontRefuses() {
        HttpResponse<String> reponse =
                new ClientHttp(port).postJson(lien, REPONSE.replace("{", "{\"noteInterne\":\"volée\","));

        assertThat(reponse.statusCode()).isEqualTo(422);
        assertThat(execution.getVariable(instance, "noteInterne")).isEqualTo("secret-42");
        assertThat(tache(instance).getTaskDefinitionKey()).isEqualTo("Tache_completer");
    }

    @Test
    void unBrouillonNeGardeQueLesChampsDuFormulaire() {
        assertThat(new ClientHttp(port)
                        .putJson(lien + "/brouillon", "{\"structure\":\"En cours\",\"noteInterne\":\"volée\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(jdbc.sql("select contenu from brouillon_de_tache where tache = :tache")
                        .param("tache", tache(instance).getId())
                        .query(String.class)
                        .single())
                .isEqualTo("{\"structure\":\"En cours\"}");
        assertThat(execution.getVariable(instance, "structure")).isEqualTo("Ancien nom");
    }

    @Test
    void uneReponseDePlusDUnMegaoctetNEstPasLue() {
        String enorme = REPONSE.replace("Pôle", "x".repeat(1_000_001));
        assertThat(new ClientHttp(port).postJson(lien, enorme).statusCode()).isEqualTo(413);
        assertThat(new ClientHttp(port).putJson(lien + "/brouillon", enorme).statusCode())
                .isEqualTo(413);
        assertThat(tache(instance).getTaskDefinitionKey()).isEqualTo("Tache_completer");
        assertThat(brouillons()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "formulaire", "sans jeton"})
    void uneAutreMethodeOuUnEnvoiSansJetonNeChangeRien(String methode) {
        ClientHttp navigateur = new ClientHttp(port);
        HttpResponse<String> reponse =
                switch (methode) {
                    case "PUT" -> navigateur.putJson(lien, REPONSE);
                    case "formulaire" -> navigateur.postFormulaire(lien, Map.of("structure", "Pôle"));
                    default -> navigateur.postSansJeton(lien, Map.of("structure", "Pôle"));
                };

        assertThat(reponse.statusCode()).isBetween(400, 499);
        assertThat(tache(instance).getTaskDefinitionKey()).isEqualTo("Tache_completer");
    }

    private void rienNeChange(String chemin, int statut) {
        ClientHttp navigateur = new ClientHttp(port);
        HttpResponse<String> lecture = navigateur.get(chemin);
        assertThat(lecture.statusCode()).as(chemin).isEqualTo(statut);
        assertThat(lecture.body()).doesNotContain("Pôle L’Étang", "PTCE-0042", "porteur@pole.example");
        assertThat(navigateur.postJson(chemin, REPONSE).statusCode()).as(chemin).isEqualTo(statut);
        assertThat(navigateur.putJson(chemin + "/brouillon", REPONSE).statusCode())
                .as(chemin)
                .isEqualTo(statut);
        assertThat(tache(instance).getTaskDefinitionKey()).isEqualTo("Tache_completer");
        assertThat(brouillons()).isZero();
    }

    private int brouillons() {
        return jdbc.sql("select count(*) from brouillon_de_tache")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> repondre(String chemin) {
        return new ClientHttp(port).postJson(chemin, REPONSE);
    }

    private String lien(String tache, Instant fin) {
        return URI.create(liens.creer("PTCE-0042-A", "porteur@pole.example", Liens.TACHE, tache, fin))
                .getPath();
    }

    private String demarrer() {
        return execution
                .startProcessInstanceByKey(
                        "essai-lien",
                        "PTCE-0042-A",
                        Map.of("nomDuPole", "Pôle L’Étang", "structure", "Ancien nom", "noteInterne", "secret-42"))
                .getId();
    }

    private Task tache(String instanceId) {
        return taches.createTaskQuery().processInstanceId(instanceId).singleResult();
    }

    private static Integer resultat(Future<Integer> futur) {
        try {
            return futur.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The known vulnerabilities of Camunda 7.24.0, attacked over HTTP. */
class AttaquesConnuesTest extends EssaiSecurite {

    private static final String MOTEUR = "/camunda/api/engine/engine/default";
    private static final String DANS_OR = "{\"orQueries\":[{\"assigneeExpression\":\"${temoin.toucher()}\"}]}";
    private static final String DEUX_NIVEAUX =
            "{\"orQueries\":[{\"assignee\":\"x\",\"orQueries\":[{\"assigneeExpression\":\"${temoin.toucher()}\"}]}]}";
    private static final String EN_SECOND =
            "{\"orQueries\":[{\"assignee\":\"x\"},{\"dueBeforeExpression\":\"${temoin.toucher()}\"}]}";
    private static final String AU_SOMMET = "{\"assigneeExpression\":\"${temoin.toucher()}\"}";
    private static final String REFUS = "Expressions are forbidden";

    @Autowired
    private PagesEssai.Temoin temoin;

    private String filtre;

    @BeforeEach
    void filtrePartage() {
        Filter partage = filtres.newTaskFilter("Mes tâches (essai)");
        partage.setQuery(taches.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        filtre = filtres.saveFilter(partage).getId();
        if (autorisations
                        .createAuthorizationQuery()
                        .userIdIn(AGENT)
                        .resourceType(Resources.FILTER)
                        .count()
                == 0) {
            accorder(Resources.FILTER, "*", Permissions.READ, Permissions.CREATE, Permissions.UPDATE);
        }
    }

    @AfterEach
    void sansFiltre() {
        filtres.deleteFilter(filtre);
    }

    @ParameterizedTest
    @ValueSource(strings = {DANS_OR, DEUX_NIVEAUX, EN_SECOND, AU_SOMMET})
    void uneRequeteAvecExpressionNEstPasEvaluee(String requete) {
        ClientHttp agent = agent();

        for (String chemin : List.of("/task", "/task/count")) {
            estRefusee(agent.postJson(MOTEUR + chemin, requete));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DANS_OR, DEUX_NIVEAUX, EN_SECOND, AU_SOMMET})
    void uneRequeteQuiEtendUnFiltreNEstPasEvaluee(String requete) {
        ClientHttp agent = agent();

        for (String chemin : List.of("/list", "/list?firstResult=0&maxResults=5", "/count", "/singleResult")) {
            estRefusee(agent.postJson(MOTEUR + "/filter/" + filtre + chemin, requete));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DANS_OR, DEUX_NIVEAUX, EN_SECOND, AU_SOMMET})
    void unUtilisateurNEnregistrePasDeFiltreAvecExpression(String requete) {
        ClientHttp agent = agent();
        String corps = "{\"resourceType\":\"Task\",\"name\":\"attaque\",\"properties\":{},\"query\":" + requete + "}";

        estRefusee(agent.postJson(MOTEUR + "/filter/create", corps));
        estRefusee(agent.putJson(MOTEUR + "/filter/" + filtre, corps));

        assertThat(filtres.createFilterQuery().filterName("attaque").count()).isZero();
    }

    @AfterEach
    void aucuneExpressionNAEteEvaluee() {
        assertThat(temoin.appels()).isZero();
    }

    private static void estRefusee(HttpResponse<String> reponse) {
        assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(400);
        // The resource for a single result hides the reason.
        assertThat(reponse.body()).containsAnyOf(REFUS, "does not returns a valid single result");
    }

    @Test
    void lesFiltresDeLApplicationFonctionnent() {
        ClientHttp agent = agent();

        assertThat(agent.get(MOTEUR + "/filter/" + filtre + "/list").body()).contains(TACHE);
        assertThat(agent.get(MOTEUR + "/filter/" + filtre + "/count").body()).contains("\"count\":1");
        assertThat(agent.postJson(MOTEUR + "/filter/" + filtre + "/list", "{\"name\":\"" + TACHE + "\"}")
                        .body())
                .contains(TACHE);
    }

    @Test
    void uneRequeteSansExpressionFonctionne() {
        assertThat(agent().postJson(
                                MOTEUR + "/task", "{\"orQueries\":[{\"assignee\":\"" + AGENT + "\",\"name\":\"x\"}]}")
                        .body())
                .contains(TACHE);
    }

    @Test
    void leMoteurRefuseAussiEnJavaEtSansUtilisateur() {
        assertThatThrownBy(() -> taches.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${temoin.toucher()}")
                        .endOr()
                        .list())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(REFUS);
    }

    @Test
    void personneNeCreeLePremierAdministrateurParLeWeb() {
        String compte =
                "{\"profile\":{\"id\":\"intrus\",\"firstName\":\"I\",\"lastName\":\"I\",\"email\":\"i@ptce.test\"},"
                        + "\"credentials\":{\"password\":\"intrus-intrus\"}}";
        ClientHttp anonyme = anonyme();
        anonyme.get("/camunda/app/welcome/default/");

        for (String chemin :
                List.of("/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/")) {
            assertThat(anonyme.postJson(chemin, compte).statusCode()).isEqualTo(404);
            assertThat(agent().postJson(chemin, compte).statusCode()).isEqualTo(404);
        }
        assertThat(identites.createUserQuery().userId("intrus").count()).isZero();
    }

    /** The class is named by the request; the task need not exist, no right is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"org.HdrHistogram.HistogramLogWriter", "java.io.FileOutputStream"})
    void leServeurNeConstruitPasLaClasseQuUneRequeteNomme(String classe, @TempDir Path dossier) throws IOException {
        Path fichier = Files.writeString(dossier.resolve("registre.txt"), "à garder");
        String corps = partie("data", "application/json", "\"" + fichier + "\"")
                + partie("type", "text/plain", classe)
                + "--limite--\r\n";

        for (String chemin : List.of("/task/inexistante/localVariables/x/data", "/task/inexistante/variables/x/data")) {
            HttpResponse<String> reponse =
                    agent().postCorps(MOTEUR + chemin, "multipart/form-data; boundary=limite", corps);

            assertThat(reponse.statusCode()).as(reponse.body()).isBetween(400, 500);
            assertThat(reponse.body()).as("refused before the class is built").contains("not whitelisted");
        }
        assertThat(fichier).hasContent("à garder");
    }

    private static String partie(String nom, String type, String contenu) {
        return "--limite\r\nContent-Disposition: form-data; name=\"" + nom + "\"\r\nContent-Type: " + type + "\r\n\r\n"
                + contenu + "\r\n";
    }
}

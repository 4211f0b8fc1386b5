package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Settings that are off by default: the engine's REST API, HTTPS only, a low limit on logging in. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:securite-stricte;DB_CLOSE_DELAY=-1",
            "ptce.api.enabled=true",
            "ptce.securite.hsts=true",
            "ptce.securite.connexions-par-minute=3",
            "server.servlet.session.cookie.secure=true",
            "camunda.bpm.webapp.csrf.enable-secure-cookie=true"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReglagesStrictsTest extends EssaiSecurite {

    private static String basic(String motDePasse) {
        return "Basic "
                + Base64.getEncoder().encodeToString((AGENT + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(1)
    void lApiDuMoteurDemandeUnCompte() {
        assertThat(anonyme().get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(anonyme().get("/engine-rest/engine").statusCode()).isEqualTo(401);
        var reponse = anonyme().get("/engine-rest/task", "Authorization", basic(MOT_DE_PASSE));
        assertThat(reponse.statusCode()).isEqualTo(200);
        assertThat(reponse.body()).contains(TACHE);
        assertThat(reponse.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @Order(2)
    void lApiDuMoteurVerifieLesAutorisations() {
        var reponse = anonyme().get("/engine-rest/authorization", "Authorization", basic(MOT_DE_PASSE));

        assertThat(reponse.body()).doesNotContain("resourceId");
        assertThat(anonyme()
                        .get("/engine-rest/task", "Authorization", basic("faux"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {
                "/engine-rest;x/task",
                "/engine-rest/task;x",
                "//engine-rest/task",
                "/engine-rest//task",
                "/engine-rest/%74ask",
                "/%65ngine-rest/task",
                "/css/../engine-rest/task",
                "/engine-rest%2ftask"
            })
    void lApiDuMoteurNAQuUneOrthographe(String chemin) {
        assertThat(anonyme().brut("GET", chemin, "")).startsWith("HTTP/1.1 400");
    }

    @Test
    @Order(4)
    void leNavigateurEstTenuAHttps() {
        for (String chemin : new String[] {"/connexion", "/camunda/app/welcome/default/"}) {
            var entetes = anonyme().get(chemin).headers();

            assertThat(entetes.allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(entetes.allValues("Set-Cookie")).isNotEmpty().allSatisfy(temoin -> assertThat(temoin)
                    .contains("Secure"));
        }
    }

    @Test
    @Order(5)
    void uneAdresseQuiInsisteDoitAttendreSurLesDeuxPages() {
        String page = "/camunda/api/admin/auth/user/default/login/tasklist";
        for (int essai = 0; essai < 3; essai++) {
            assertThat(anonyme().brut("POST", page, "")).doesNotStartWith("HTTP/1.1 429");
        }

        assertThat(anonyme().brut("POST", page, "")).startsWith("HTTP/1.1 429");
        ClientHttp navigateur = anonyme();
        navigateur.get("/connexion");
        var notrePage = navigateur.commeDerriereUnProxy().tenterConnexionPage(AGENT, MOT_DE_PASSE, "/");
        assertThat(notrePage.statusCode()).isEqualTo(429);
        assertThat(notrePage.body()).contains("Trop d’essais de connexion");
    }
}

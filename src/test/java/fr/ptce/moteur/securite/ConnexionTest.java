package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One login for our pages and the webapps; headers, cookies and CSRF of both. */
class ConnexionTest extends EssaiSecurite {

    @Test
    void unePageDemandeLaConnexionPuisYRevient() {
        ClientHttp navigateur = anonyme();

        HttpResponse<String> refus = navigateur.get("/dossiers/essai?tri=date", "Accept", "text/html");
        assertThat(refus.statusCode()).isEqualTo(302);
        assertThat(refus.headers().firstValue("Location")).hasValueSatisfying(lieu -> assertThat(lieu)
                .endsWith("/connexion?retour=%2Fdossiers%2Fessai%3Ftri%3Ddate"));

        HttpResponse<String> entree = navigateur.tenterConnexionPage(AGENT, MOT_DE_PASSE, "/dossiers/essai?tri=date");
        assertThat(entree.statusCode()).isEqualTo(302);
        assertThat(entree.headers().firstValue("Location"))
                .hasValueSatisfying(lieu -> assertThat(lieu).endsWith("/dossiers/essai?tri=date"));
        assertThat(navigateur.get("/dossiers/essai").body())
                .contains(PagesEssai.SECRET, "\"agent\":\"" + AGENT + "\"", "\"groupes\":[\"" + GROUPE + "\"]")
                .contains("\"territoires\":[\"" + TERRITOIRE + "\"]")
                .contains(AGENT + "[" + GROUPE + "][" + TERRITOIRE + "]");
    }

    @Test
    void laConnexionParNotrePageVautPourLesWebapps() {
        ClientHttp navigateur = anonyme();
        navigateur.tenterConnexionPage(AGENT, MOT_DE_PASSE, "/");
        navigateur.get("/camunda/app/tasklist/default/");

        assertThat(navigateur.get("/camunda/api/admin/auth/user/default").body())
                .contains(AGENT, "tasklist");
        assertThat(navigateur
                        .postJson("/camunda/api/engine/engine/default/task", "{}")
                        .body())
                .contains(TACHE);
    }

    /** Tasklist asks for many things at once: an id that changes in between would log some of them out. */
    @Test
    void laSessionNeChangePlusDIdentifiantApresLaConnexion() {
        ClientHttp navigateur = anonyme();
        navigateur.tenterConnexionPage(AGENT, MOT_DE_PASSE, "/");
        String session = navigateur.cookie("JSESSIONID");

        for (String chemin : new String[] {"/", "/dossiers", "/js/form-js-fr.js", "/camunda/app/tasklist/default/"}) {
            navigateur.get(chemin);
            assertThat(navigateur.cookie("JSESSIONID")).as(chemin).isEqualTo(session);
        }
    }

    @Test
    void laSessionChangeDIdentifiantALaConnexion() {
        ClientHttp navigateur = anonyme();
        navigateur.get("/connexion");
        String avant = navigateur.cookie("JSESSIONID");

        navigateur.tenterConnexionPage(AGENT, MOT_DE_PASSE, "/");

        assertThat(avant).isNotNull();
        assertThat(navigateur.cookie("JSESSIONID")).isNotNull().isNotEqualTo(avant);
    }

    /** The page asks for its styles and scripts after it was written: what it sends then must still be accepted. */
    @Test
    void leJetonDUnePageVautEncoreApresDAutresDemandes() {
        ClientHttp navigateur = agent();
        String jeton = navigateur.jetonDesPages();

        navigateur.get("/css/ptce.css");
        navigateur.get("/dossiers");

        assertThat(navigateur
                        .postSansJeton("/deconnexion", Map.of("_csrf", jeton))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void laDeconnexionVautPartout() {
        ClientHttp navigateur = agent();

        assertThat(navigateur.postFormulaire("/deconnexion", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(navigateur
                        .get("/dossiers/essai", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(navigateur.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void unCompteSupprimePerdSonAcces() {
        creerCompte("agent.parti");
        ClientHttp navigateur = anonyme();
        navigateur.tenterConnexionPage("agent.parti", MOT_DE_PASSE, "/");
        assertThat(navigateur.get("/dossiers/essai").statusCode()).isEqualTo(200);

        identites.deleteUser("agent.parti");
        HorlogeDuMoteur.avancerDe(61_000);
        try {
            assertThat(navigateur.get("/dossiers/essai").statusCode()).isEqualTo(302);
        } finally {
            HorlogeDuMoteur.remettre();
        }
    }

    @ParameterizedTest
    @CsvSource({"application/json,", "*/*,XMLHttpRequest", "application/json,XMLHttpRequest"})
    void unScriptAnonymeRecoit401(String accepte, String demandeur) {
        HttpResponse<String> reponse = demandeur == null
                ? anonyme().get("/dossiers/essai", "Accept", accepte)
                : anonyme().get("/dossiers/essai", "Accept", accepte, "X-Requested-With", demandeur);

        assertThat(reponse.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ailleurs.example/",
                "//ailleurs.example/",
                "/\\ailleurs.example/",
                "\\\\ailleurs.example",
                "/a\\b",
                "javascript:alert(1)",
                "/\t/ailleurs.example",
                " /dossiers",
                "dossiers",
                ""
            })
    void leRetourNeMenePasAilleurs(String retour) {
        HttpResponse<String> reponse = anonyme().tenterConnexionPage(AGENT, MOT_DE_PASSE, retour);

        assertThat(reponse.statusCode()).isEqualTo(302);
        assertThat(reponse.headers().firstValue("Location"))
                .hasValueSatisfying(lieu -> assertThat(lieu.replaceFirst("^http://localhost:" + port, ""))
                        .isEqualTo("/"));
    }

    @Test
    void lErreurEstEnFrancaisEtNeDitPasSiLeCompteExiste() {
        HttpResponse<String> mauvais = anonyme().tenterConnexionPage("compte.inconnu", "faux", "/dossiers");
        creerCompte("agent.distrait");
        HttpResponse<String> connu = anonyme().tenterConnexionPage("agent.distrait", "faux", "/dossiers");
        HttpResponse<String> bloque = anonyme().tenterConnexionPage("agent.distrait", MOT_DE_PASSE, "/dossiers");

        for (HttpResponse<String> reponse : List.of(mauvais, connu, bloque)) {
            assertThat(reponse.statusCode()).isEqualTo(401);
            assertThat(reponse.body())
                    .contains("Identifiant ou mot de passe incorrect", "role=\"alert\"", "value=\"/dossiers\"");
        }
    }

    @Test
    void laPageDeConnexionEstAccessible() {
        assertThat(anonyme().get("/connexion").body())
                .contains("<html lang=\"fr\"", "<label for=\"identifiant\"", "<label for=\"motDePasse\"", "<h1>")
                .contains("autocomplete=\"current-password\"");
    }

    @Test
    void unePageDePorteurNEmpruntePasLIdentiteDeLAgent() {
        assertThat(agent().get("/suivi/essai").body()).isEqualTo("null");
    }

    @Test
    void sansJetonRienNEstEcrit() {
        ClientHttp agent = agent();

        assertThat(agent.postSansJeton("/dossiers/essai", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(agent.postFormulaire("/dossiers/essai", Map.of()).body()).isEqualTo(PagesEssai.SECRET);
        assertThat(agent.postSansJeton("/camunda/api/ptce/essai", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void leJetonDesPagesNeDerangePasCeluiDesWebapps() {
        ClientHttp agent = agent();
        String avant = agent.cookie("XSRF-TOKEN");
        agent.postFormulaire("/dossiers/essai", Map.of());

        assertThat(agent.cookie("XSRF-TOKEN")).isEqualTo(avant);
        assertThat(agent.postJson("/camunda/api/engine/engine/default/task", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.postJson("/camunda/api/ptce/essai", "{}").body()).isEqualTo(PagesEssai.SECRET);
    }

    @Test
    void unePageDeConnexionTropVieilleEstRenouvelee() {
        HttpResponse<String> reponse =
                anonyme().postSansJeton("/connexion", Map.of("identifiant", AGENT, "motDePasse", MOT_DE_PASSE));

        assertThat(reponse.statusCode()).isEqualTo(302);
        assertThat(reponse.headers().firstValue("Location"))
                .hasValueSatisfying(lieu -> assertThat(lieu).endsWith("/connexion?expiree=oui"));
    }

    @ParameterizedTest
    @CsvSource({
        "/connexion,same-origin,none",
        "/suivi/essai,no-referrer,none",
        "/lien/x,no-referrer,none",
        "/lecture/x,no-referrer,none",
        "/agenda/x.ics,no-referrer,none",
        "/candidater/x,no-referrer,none",
        "/dossiers/essai,same-origin,self",
        "/pilotage,same-origin,self",
        "/camunda/app/welcome/default/,same-origin,none",
        "/camunda/api/engine/engine/default/task,same-origin,none"
    })
    void chaqueReponsePorteLesEntetesDeSecurite(String chemin, String provenance, String cadre) {
        var entetes = anonyme().get(chemin).headers();

        assertThat(entetes.allValues("Referrer-Policy"))
                .as("Referrer-Policy de %s", chemin)
                .containsExactly(provenance);
        assertThat(entetes.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(entetes.firstValue("X-Frame-Options")).hasValue(cadre.equals("self") ? "SAMEORIGIN" : "DENY");
        assertThat(entetes.firstValue("Permissions-Policy")).isPresent();
        assertThat(entetes.firstValue("Strict-Transport-Security")).isEmpty();
        if (!chemin.startsWith("/camunda")) {
            assertThat(entetes.firstValue("Content-Security-Policy")).hasValueSatisfying(csp -> assertThat(csp)
                    .contains("default-src 'self'", "frame-ancestors '" + cadre + "'", "form-action 'self'"));
        }
    }

    @Test
    void lesTemoinsSontProteges() {
        assertThat(anonyme().get("/connexion").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("JSESSIONID", "HttpOnly", "SameSite=Lax");
        assertThat(anonyme().get("/camunda/app/welcome/default/").headers().allValues("Set-Cookie"))
                .anySatisfy(temoin ->
                        assertThat(temoin).contains("JSESSIONID", "HttpOnly").containsIgnoringCase("SameSite=Lax"))
                .anySatisfy(temoin -> assertThat(temoin).contains("XSRF-TOKEN").containsIgnoringCase("SameSite=Lax"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest", "/engine-rest/engine", "/engine-rest/version"})
    void lApiDuMoteurNExistePas(String chemin) {
        assertThat(anonyme().get(chemin).statusCode()).isEqualTo(404);
        assertThat(agent().get(chemin).statusCode()).isEqualTo(404);
    }
}

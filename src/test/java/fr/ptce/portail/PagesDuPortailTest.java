package fr.ptce.portail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import fr.ptce.ApplicationDeTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that everybody sees, in a browser. */
@ApplicationDeTest
class PagesDuPortailTest {

    @LocalServerPort
    private int port;

    private BrowserContext session;
    private Page page;

    @BeforeEach
    void ouvrir() {
        session = Navigateur.session();
        page = session.newPage();
    }

    @AfterEach
    void fermer() {
        session.close();
    }

    @Test
    void lAccueilMeneAuFormulaireAuxOutilsEtAuxComptesDeDemonstration() {
        page.navigate(adresse("/"));

        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(page.locator(".bandeau")).hasText("Démonstration\u00a0: données fictives, aucun courriel ne part.");
        assertThat(page.locator(".ouverture a.bouton")).hasAttribute("href", "/candidater");
        for (String chemin : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/dossiers",
                "/courriels",
                "/accessibilite")) {
            assertThat(page.locator("main a[href='" + chemin + "'], footer a[href='" + chemin + "']"))
                    .hasCount(1);
        }
        assertThat(page.locator(".tableau tbody tr")).hasCount(8);
        assertThat(page.locator(".depliant li")).hasCount(40);
        Navigateur.capture(page, "accueil");
        assertThat(Accessibilite.fautes(page)).isEmpty();
    }

    @Test
    void lAccueilNOuvreAucuneSession() {
        page.navigate(adresse("/"));

        assertThat(session.cookies()).noneMatch(cookie -> cookie.name.equals("JSESSIONID"));
    }

    @Test
    void laPremiereTabulationMeneAuContenu() {
        page.navigate(adresse("/"));
        page.keyboard().press("Tab");

        assertThat(page.locator(".evitement")).isFocused();
        assertThat(page.locator(".evitement")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#contenu")).isFocused();
    }

    @Test
    void lesComposantsSontAccessibles() {
        page.navigate(adresse("/candidater/essai/composants"));

        assertThat(page.locator(".menu a[aria-current=page]")).hasText("Dossiers");
        assertThat(page.locator("form[action='/deconnexion'] input[name=_csrf]"))
                .hasCount(1);
        assertThat(page.locator("meta[name=_csrf]")).hasCount(1);
        Navigateur.capture(page, "composants");
        assertThat(Accessibilite.fautes(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, accueil-mobile",
        "/candidater/essai/composants, composants-mobile",
        "/accessibilite, accessibilite",
        "/boite-a-outils/referentiel, referentiel"
    })
    void unePageTientSurUnEcranDe320Pixels(String chemin, String capture) {
        page.setViewportSize(320, 640);
        page.navigate(adresse(chemin));

        Object depassement =
                page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(depassement).isEqualTo(0);
        Navigateur.capture(page, capture);
        assertThat(Accessibilite.fautes(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Demande non comprise",
        "403, Accès refusé",
        "404, Page introuvable",
        "413, Document trop lourd",
        "429, 'Un instant, s’il vous plaît'",
        "500, Une erreur s’est produite",
        "503, Une erreur s’est produite"
    })
    void uneErreurSExpliqueEnFrancaisSansRienDireDuLogiciel(int statut, String titre) {
        var reponse = page.navigate(adresse("/candidater/essai/erreur/" + statut));

        assertThat(reponse.status()).isEqualTo(statut);
        assertThat(page.locator("h1")).hasText(titre);
        assertThat(page.title()).isEqualTo(titre + " – PTCE");
        assertThat(page.content()).doesNotContain("secret", "Exception", "fr.ptce", "erreur/" + statut);
        assertThat(session.cookies()).isEmpty();
        Navigateur.capture(page, "erreur-" + statut);
        assertThat(Accessibilite.fautes(page)).isEmpty();
    }

    @Test
    void unScriptRecoitLErreurEnJsonSansLeChemin() {
        APIResponse reponse = session.request()
                .get(
                        adresse("/candidater/essai/erreur/500"),
                        RequestOptions.create().setHeader("Accept", "application/json"));

        assertThat(reponse.status()).isEqualTo(500);
        assertThat(reponse.text())
                .contains("\"message\":\"Ce n’est pas de votre fait")
                .doesNotContain("secret", "candidater", "trace", "Exception");
    }

    @Test
    void laPageDErreurDemandeeDirectementNExistePas() {
        page.navigate(adresse("/error"));

        assertThat(page.locator("h1")).hasText("Page introuvable");
    }

    @Test
    void uneAdresseInconnueRameneALAccueil() {
        assertThat(page.navigate(adresse("/candidater/rien")).status()).isEqualTo(404);
        assertThat(page.locator("main")).containsText("Revenir à l’accueil");
    }

    @Test
    void surPapierNeResteQueLeContenu() {
        page.navigate(adresse("/candidater/essai/composants"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

        assertThat(page.locator(".menu")).isHidden();
        assertThat(page.locator(".tableau")).isVisible();
    }

    private String adresse(String chemin) {
        return "http://localhost:" + port + chemin;
    }
}

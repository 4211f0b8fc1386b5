package fr.ptce.pilotage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.HorlogeReglable;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a browser: a pilot reads the dashboard in Cockpit, filters it without a mouse, opens a list, prints. */
@ApplicationDeTest
class ParcoursDuSuiviTest extends ParcoursAuNavigateur {

    private static final int TELEPHONE = 390;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HorlogeReglable horloge;

    @BeforeEach
    void ecrireLHistoire() {
        horloge.regler(HistoireConnue.JOUR, HistoireConnue.HEURE);
        new HistoireConnue(jdbc).ecrire();
        arriver();
    }

    @Test
    void leSuiviSOuvreEnTeteDeCockpitEtMeneAuxListes() {
        connecter("pilote.national", "/camunda/app/cockpit/default/#/dashboard");
        FrameLocator cadre = page.frameLocator("iframe[title='Suivi du programme']");
        assertThat(cadre.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName("Suivi du programme")))
                .isVisible();
        assertThat(cadre.locator(".menu")).hasCount(0);
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("Le programme"))
                        .first())
                .isVisible();
        assertThat(page.locator(".dashboard section").first()).containsText("Le programme");
        Navigateur.capture(page, "suivi-cockpit");

        cadre.getByText("5 tâches en retard").click();
        assertThat(cadre.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName("Tâches ouvertes")))
                .isVisible();
        assertThat(cadre.locator("tbody tr")).hasCount(5);
        cadre.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("PTCE-S06"))
                .click();
        page.waitForURL("**/dossiers/PTCE-S06");
    }

    @Test
    void leSuiviSeFiltreAuClavierEtSonAdresseSePartage() {
        connecter("pilote.national", "/pilotage");
        conforme("suivi");
        assertThat(page.getByText("Goulet d’étranglement"))
                .containsText("jusqu’à 20\u00a0jours ouvrés, pour 10 prévus");

        champ("Région$").focus();
        page.keyboard().type("Auv");
        page.getByLabel("Du mois de").fill("2027-02");
        bouton("Filtrer").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**region=84**");
        assertThat(page.locator(".chapeau")).containsText("de février 2027 à mars 2027");
        assertThat(page.locator(".chiffres")).containsText("1 dossier déposé (1 auparavant)");
        conforme("suivi-filtre");

        String adresse = page.url();
        page.navigate(adresse);
        assertThat(champ("Région$")).hasValue("84");
        assertThat(page.getByLabel("Du mois de")).hasValue("2027-02");
        lien("Tout afficher").click();
        assertThat(page.locator(".chiffres")).containsText("7 dossiers déposés");
    }

    @Test
    void leSuiviEtSesListesTiennentSurUnTelephone() {
        page.setViewportSize(TELEPHONE, 800);
        connecter("pilote.bretagne", "/pilotage");
        for (String adresse : new String[] {"/pilotage", "/pilotage/taches?retard=oui", "/pilotage/etapes"}) {
            aller(adresse);
            conforme("suivi-telephone" + adresse.replaceAll("[^a-z]+", "-"));
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(adresse)
                    .isLessThanOrEqualTo(TELEPHONE);
        }
    }

    @Test
    void laListeSeTrieEtSEmporte() {
        connecter("pilote.national", "/pilotage/taches");
        Locator premiere = page.locator("tbody tr").first();
        assertThat(premiere).containsText("PTCE-S06");
        assertThat(premiere).containsText("20");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tâche"))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL("**tri=tache**");
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Tâche");
        assertThat(premiere).containsText("Tâche t1");
        assertThat(page.waitForDownload(() -> lien("Télécharger en CSV").click())
                        .suggestedFilename())
                .matches("taches-ptce-2027-03-15\\.csv");
        conforme("suivi-liste");
    }

    @Test
    void leSuiviSImprimeLisiblement() throws IOException {
        connecter("pilote.national", "/pilotage");
        assertThat(bouton("Imprimer ou enregistrer en PDF")).isVisible();

        try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            String texte = new PDFTextStripper().getText(pdf);
            assertThat(texte)
                    .contains(
                            "Suivi du programme", "Où en sont les dossiers", "Auvergne-Rhône-Alpes", "Temps par étape")
                    .doesNotContain("Se déconnecter", "Filtrer", "Imprimer");
            assertThat(texte)
                    .containsPattern(Pattern.compile("Évaluer le dossier\\s+Candidature\\s+8\\s+10\\s+3\\s+20\\s+13"));
            assertThat(pdf.getNumberOfPages()).isBetween(2, 5);
        }
    }
}

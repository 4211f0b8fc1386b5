package fr.ptce.besoins;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Liens;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * In a browser: a pilot launches the questionnaire from Tasklist, the porteur finds it on their tracking page and answers
 * it, the pilot qualifies the needs in Tasklist, then reads them in the census and takes them away in a spreadsheet.
 */
@ApplicationDeTest
class ParcoursDesBesoinsTest extends ParcoursAuNavigateur {

    private static final String NUMERO = "PTCE-N001";
    private static final String SANS_ADRESSE = "PTCE-N002";
    private static final String ADRESSE = "camille@pole.example";

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Liens liens;

    @Autowired
    private Pas pas;

    @Test
    void duLancementAuRecensement() throws IOException {
        essai.retenir(NUMERO, "53", ADRESSE, "culture");
        essai.retenir(SANS_ADRESSE, "53", null, "culture");
        Page pagesDuPilote = arriver();
        lancer();

        arriver();
        String suivi = URI.create(liens.creerSuivi(NUMERO, ADRESSE)).getPath();
        aller(suivi);
        assertThat(page.getByText("Nous attendons votre réponse")).isVisible();
        verifierLAccessibilite();
        bouton("Répondre au questionnaire").click();
        repondre();

        pas.avancer(NUMERO);
        Questionnaire repondu = questionnaires.courant(NUMERO).orElseThrow();
        assertThat(repondu.reponses().importances()).isEqualTo(Map.of("gouvernance", 4, "financement", 3));
        assertThat(repondu.reponses().stade()).isEqualTo("structuration");
        assertThat(repondu.reponduPar()).isNull();
        aller(suivi);
        assertThat(page.getByText("Les étapes", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByText("Nous attendons votre réponse")).hasCount(0);

        page = pagesDuPilote;
        qualifier();
        pas.avancer(NUMERO);
        Questionnaire qualifie = questionnaires.courant(NUMERO).orElseThrow();
        assertThat(qualifie.etat()).isEqualTo(EtatQuestionnaire.QUALIFIE);
        assertThat(qualifie.priorite()).isEqualTo("haute");
        assertThat(qualifie.retenus()).containsExactlyInAnyOrder("individuel", "dispositif");
        assertThat(qualifie.motifCorrection()).isEqualTo("Le bail du lieu prend fin en mars.");
        recenser();
    }

    private void lancer() {
        connecter("pilote.bretagne", "/camunda/app/tasklist/default/");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Besoins").setExact(true))
                .click();
        assertThat(page.getByText("Aucune initiative n’a encore été interrogée"))
                .isVisible();
        conforme("recensement-vide");
        lien("Lancer des questionnaires").click();
        choisir("Appel à candidatures", InitiativesDEssai.CAMPAGNE);
        remplir("Message aux porteurs", "Le séminaire a lieu en mars.");
        conforme("lancement-nouveau");
        bouton("Voir qui le recevra").click();
        assertThat(page.getByText("Vérifier avant de lancer")).isVisible();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(SANS_ADRESSE)))
                .containsText("Pas d’adresse de courriel");
        conforme("lancement-apercu");
        String lancement = page.url().replaceAll(".*/", "");
        bouton("Lancer le questionnaire").click();
        assertThat(page.getByText("Lancement en cours")).isVisible();
        conforme("lancement-en-cours");
        pas.avancer(LancementBesoinsProcess.reference(Long.parseLong(lancement)));
        pas.avancer(NUMERO);
        lien("Actualiser").click();
        assertThat(page.getByText("1 questionnaire lancé")).isVisible();
    }

    private void recenser() throws IOException {
        aller("/besoins");
        assertThat(page.getByText("Besoin le plus exprimé\u00a0: Gouvernance (1 sur 1, essentiel pour 1)"))
                .isVisible();
        conforme("recensement");
        List<List<String>> montre = tableau(page.locator("table.tableau-recensement"));
        assertThat(montre.get(0))
                .containsExactly(
                        "Besoin", "Peu important", "Utile", "Important", "Essentiel", "Total", "Part des réponses");
        assertThat(montre.get(1)).containsExactly("Gouvernance", "0", "0", "0", "1", "1", "100\u00a0%");
        List<List<String>> sansLesParts =
                montre.stream().map(ligne -> ligne.subList(0, 6)).toList();
        assertThat(telecharger("Recensement en XLSX", Tableurs::premiereFeuille))
                .isEqualTo(sansLesParts);
        assertThat(telecharger("Tableau en CSV", Tableurs::csv)).isEqualTo(sansLesParts);

        page.setViewportSize(360, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        page.setViewportSize(1100, 900);
        page.locator("table.tableau-recensement tbody a").first().click();
        assertThat(page.getByText("1 initiative", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        conforme("recensement-initiatives");
        lien(NUMERO).click();
        assertThat(page.getByText("Le bail du lieu prend fin en mars.")).isVisible();
        conforme("besoins-initiative");
    }

    /** Clicks a link, and reads the file that it brings. */
    private List<List<String>> telecharger(String nom, Function<byte[], List<List<String>>> lecture)
            throws IOException {
        Download fichier = page.waitForDownload(() -> lien(nom).click());
        return lecture.apply(Files.readAllBytes(fichier.path()));
    }

    private static List<List<String>> tableau(Locator table) {
        return table.locator("tr").all().stream()
                .map(ligne -> ligne.locator("th, td").allInnerTexts().stream()
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private void repondre() {
        assertThat(page.getByText("Laissez vide ce qui ne vous concerne pas")).isVisible();
        verifierLAccessibilite();
        page.getByLabel(Pattern.compile("^Structuration")).first().check();
        remplir("Territoire du projet", "Le Trégor");
        remplir("Filière", "Bois");
        choisir("Gouvernance", "4 – Essentiel");
        choisir("Financement", "3 – Important");
        page.getByLabel("Oui", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByText(Pattern.compile("^J’accepte que ces réponses")).click();
        page.setViewportSize(360, 800);
        assertThat(libellesCoupes()).isEqualTo(0);
        page.setViewportSize(1100, 900);
        assertThat(libellesCoupes()).isEqualTo(0);
        Navigateur.capture(page, "questionnaire-besoins");
        bouton("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée")).isVisible();
        verifierLAccessibilite();
    }

    /** Labels that are wider than what is shown of them. */
    private Object libellesCoupes() {
        return page.locator(".fjs-form-field-label")
                .evaluateAll("libelles => libelles.filter(l => l.scrollWidth > l.clientWidth + 1).length");
    }

    private void qualifier() {
        ouvrirLaTache(pas.tache(NUMERO, Elements.QUALIFIER).getId());
        prendreEnCharge();
        assertThat(page.getByLabel("Accompagnement individuel")).isChecked();
        assertThat(page.getByText("Pourquoi corrigez-vous la proposition")).hasCount(0);
        page.getByLabel("Haute").check();
        page.getByLabel(Pattern.compile("^Pourquoi corrigez-vous la proposition"))
                .fill("Le bail du lieu prend fin en mars.");
        terminerLaTache();
    }
}

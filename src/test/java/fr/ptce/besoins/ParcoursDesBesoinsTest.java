package fr.ptce.besoins;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Liens;
import fr.ptce.portail.Navigateur;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** In a browser: a porteur finds the questionnaire on their tracking page and answers it, a pilot qualifies it in Tasklist. */
@ApplicationDeTest
@Import(InitiativesDEssai.class)
class ParcoursDesBesoinsTest {

    private static final String NUMERO = "PTCE-N001";
    private static final String ADRESSE = "camille@pole.example";

    @LocalServerPort
    private int port;

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Liens liens;

    @Autowired
    private Pas pas;

    private final BrowserContext session = Navigateur.session();
    private final Page page = session.newPage();

    @AfterEach
    void fermer() {
        session.close();
    }

    @Test
    void duSuiviALaQualification() {
        Initiative initiative = essai.retenir(NUMERO, "53", ADRESSE, "culture");
        essai.lancer(initiative, Map.of());
        pas.avancer(NUMERO);

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

        qualifier();
        pas.avancer(NUMERO);
        Questionnaire qualifie = questionnaires.courant(NUMERO).orElseThrow();
        assertThat(qualifie.etat()).isEqualTo(EtatQuestionnaire.QUALIFIE);
        assertThat(qualifie.priorite()).isEqualTo("haute");
        assertThat(qualifie.retenus()).containsExactlyInAnyOrder("individuel", "dispositif");
        assertThat(qualifie.motifCorrection()).isEqualTo("Le bail du lieu prend fin en mars.");
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
        aller("/connexion?retour=/camunda/app/tasklist/default/");
        page.getByLabel("Identifiant").fill("pilote.bretagne");
        page.getByLabel("Mot de passe").fill("demo");
        bouton("Se connecter").click();
        page.waitForURL("**/camunda/app/tasklist/default/**");
        aller("/camunda/app/tasklist/default/#/?task="
                + pas.tache(NUMERO, Elements.QUALIFIER).getId());
        page.reload();
        page.getByText("Prendre en charge", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByLabel("Accompagnement individuel")).isChecked();
        assertThat(page.getByText("Pourquoi corrigez-vous la proposition")).hasCount(0);
        page.getByLabel("Haute").check();
        page.getByLabel(Pattern.compile("^Pourquoi corrigez-vous la proposition"))
                .fill("Le bail du lieu prend fin en mars.");
        bouton("Terminer").click();
        assertThat(page.getByText("Sélectionnez une tâche dans la liste.")).isVisible();
    }

    private void choisir(String libelle, String option) {
        page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(Pattern.compile("^" + libelle)))
                .locator(".fjs-input-group")
                .click();
        page.getByText(option, new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    /** As a person does: leaving the field is what form-js waits for. */
    private void remplir(String libelle, String texte) {
        Locator champ = page.getByLabel(Pattern.compile("^" + libelle)).first();
        champ.fill(texte);
        champ.blur();
        assertThat(champ).hasValue(texte);
    }

    private Locator bouton(String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom));
    }

    private void aller(String chemin) {
        page.navigate("http://localhost:" + port + chemin);
    }

    private void verifierLAccessibilite() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on %s", page.url())
                .extracting(violation -> violation.getId() + " " + violation.getNodes())
                .isEmpty();
    }
}

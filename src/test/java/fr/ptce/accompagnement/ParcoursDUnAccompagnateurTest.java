package fr.ptce.accompagnement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Navigateur;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * In a browser: somebody proposes to accompany projects, the pilot of the region validates the sheet in Tasklist, and the
 * new accompagnateur chooses a password by the link of the e-mail and finds Tasklist.
 */
@ApplicationDeTest
class ParcoursDUnAccompagnateurTest {

    private static final String ADRESSE = "camille@coop.example";
    private static final String MOT_DE_PASSE = "cheval agrafe pluie bureau";

    @LocalServerPort
    private int port;

    @Autowired
    private Accompagnateurs accompagnateurs;

    @Autowired
    private Pas pas;

    private final BrowserContext sessionDuPilote = Navigateur.session();
    private final BrowserContext sessionDeLaPersonne = Navigateur.session();
    private Page page = sessionDeLaPersonne.newPage();

    @AfterEach
    void fermer() {
        sessionDuPilote.close();
        sessionDeLaPersonne.close();
    }

    @Test
    void deLaFicheATasklist() {
        Page personne = page;
        proposer();
        String reference = Accompagnateur.reference(1);
        pas.avancer(reference);

        page = sessionDuPilote.newPage();
        valider(reference);
        pas.avancer(reference);
        assertThat(accompagnateurs.lire(1).compte()).isEqualTo("camille.exemple");
        lireLaFiche();

        page = personne;
        choisirLeMotDePasse();
        connecter("camille.exemple", MOT_DE_PASSE);
        assertThat(page.getByText("Camille Exemple").first()).isVisible();
    }

    private void proposer() {
        aller("/");
        lien("Devenir accompagnateur").click();
        assertThat(page.getByText("Vos compétences", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        verifierLAccessibilite();
        bouton("Proposer mon accompagnement").click();
        assertThat(page.locator("[data-recapitulatif]")).isVisible();
        verifierLAccessibilite();
        remplir("Prénom", "Camille");
        remplir("Nom", "Exemple");
        remplir("Adresse de courriel", ADRESSE);
        choisir("Région principale", "Bretagne");
        remplir("Nombre de projets", "2");
        choisir("Gouvernance", "3 – Expertise");
        remplir("Votre expérience", "Dix ans d’accompagnement de coopératives en Bretagne.");
        page.getByText(Pattern.compile("^J’accepte que ces informations"))
                .last()
                .click();
        Navigateur.capture(page, "accompagner");
        bouton("Proposer mon accompagnement").click();
        assertThat(page.getByText("Merci, votre fiche est reçue")).isVisible();
        verifierLAccessibilite();
    }

    private void valider(String reference) {
        connecter("pilote.bretagne", "demo");
        aller("/camunda/app/tasklist/default/#/?task="
                + pas.tache(reference, Elements.VALIDER).getId());
        page.reload();
        page.getByText("Prendre en charge", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("Gouvernance\u00a0: expertise")).isVisible();
        page.getByLabel("Oui, ouvrir son compte").check();
        Navigateur.capture(page, "valider-accompagnateur");
        bouton("Terminer").click();
        assertThat(page.getByText("Sélectionnez une tâche dans la liste.")).isVisible();
    }

    private void lireLaFiche() {
        aller("/accompagnateurs?besoin=gouvernance&niveau=3");
        assertThat(page.getByText("1 fiche")).isVisible();
        Navigateur.capture(page, "accompagnateurs");
        verifierLAccessibilite();
        lien("Camille Exemple").click();
        assertThat(page.getByText("camille.exemple", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Navigateur.capture(page, "accompagnateur");
        verifierLAccessibilite();
    }

    private void choisirLeMotDePasse() {
        aller("/courriels?recherche=" + ADRESSE);
        page.getByText("Votre compte d’accompagnateur est ouvert").first().click();
        String lien = page.content().replaceAll("(?s).*?(/mot-de-passe/[A-Za-z0-9_-]{43}).*", "$1");
        aller(lien);
        assertThat(page.getByText("Choisir votre mot de passe").first()).isVisible();
        verifierLAccessibilite();
        page.getByLabel("Nouveau mot de passe").fill(MOT_DE_PASSE);
        page.getByLabel("Le même, une seconde fois").fill("autre chose du tout");
        bouton("Enregistrer mon mot de passe").click();
        assertThat(page.getByText("Les deux saisies sont différentes.")).isVisible();
        Navigateur.capture(page, "mot-de-passe");
        verifierLAccessibilite();
        page.getByLabel("Nouveau mot de passe").fill(MOT_DE_PASSE);
        page.getByLabel("Le même, une seconde fois").fill(MOT_DE_PASSE);
        bouton("Enregistrer mon mot de passe").click();
        assertThat(page.getByText("Votre mot de passe est enregistré")).isVisible();
        verifierLAccessibilite();
    }

    private void connecter(String identifiant, String motDePasse) {
        aller("/connexion?retour=/camunda/app/tasklist/default/");
        page.getByLabel("Identifiant").fill(identifiant);
        page.getByLabel("Mot de passe").fill(motDePasse);
        bouton("Se connecter").click();
        page.waitForURL("**/camunda/app/tasklist/default/**");
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

    private Locator lien(String nom) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(nom).setExact(true));
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

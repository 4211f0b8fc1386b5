package fr.ptce.accompagnement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * In a browser: somebody proposes to accompany projects, the pilot of the region validates the sheet in Tasklist, and the
 * new accompagnateur chooses a password by the link of the e-mail and finds Tasklist.
 */
@ApplicationDeTest
class ParcoursDUnAccompagnateurTest extends ParcoursAuNavigateur {

    private static final String ADRESSE = "camille@coop.example";
    private static final String MOT_DE_PASSE = "cheval agrafe pluie bureau";

    @Autowired
    private Accompagnateurs accompagnateurs;

    @Autowired
    private Pas pas;

    @Test
    void deLaFicheATasklist() {
        Page personne = arriver();
        proposer();
        String reference = Accompagnateur.reference(1);
        pas.avancer(reference);

        arriver();
        valider(reference);
        pas.avancer(reference);
        assertThat(accompagnateurs.lire(1).compte()).isEqualTo("camille.exemple");
        lireLaFiche();

        page = personne;
        choisirLeMotDePasse();
        connecter("camille.exemple", MOT_DE_PASSE, "/camunda/app/tasklist/default/");
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
        connecter("pilote.bretagne");
        ouvrirLaTache(pas.tache(reference, Elements.VALIDER).getId());
        prendreEnCharge();
        assertThat(page.getByText("Gouvernance\u00a0: expertise")).isVisible();
        page.getByLabel("Oui, ouvrir son compte").check();
        Navigateur.capture(page, "valider-accompagnateur");
        terminerLaTache();
    }

    private void lireLaFiche() {
        aller("/accompagnateurs?besoin=gouvernance&niveau=3");
        assertThat(page.getByText("1 fiche")).isVisible();
        conforme("accompagnateurs");
        lien("Camille Exemple").click();
        assertThat(page.getByText("camille.exemple", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        conforme("accompagnateur");
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
        conforme("mot-de-passe");
        page.getByLabel("Nouveau mot de passe").fill(MOT_DE_PASSE);
        page.getByLabel("Le même, une seconde fois").fill(MOT_DE_PASSE);
        bouton("Enregistrer mon mot de passe").click();
        assertThat(page.getByText("Votre mot de passe est enregistré")).isVisible();
        verifierLAccessibilite();
    }
}

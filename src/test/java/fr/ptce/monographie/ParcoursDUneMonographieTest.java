package fr.ptce.monographie;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.courriel.PdfConforme;
import fr.ptce.monographie.MonographieProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Liens;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * In a browser: a pilot chooses a pôle, the author lists people, writes and previews; the pôle reads and comments by its
 * links; the pilot publishes; the public finds and downloads.
 */
@ApplicationDeTest
class ParcoursDUneMonographieTest extends ParcoursAuNavigateur {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String PREPARER_PUBLICATION = "userTask_preparer";

    @Autowired
    private PolesDEssai poles;

    @Autowired
    private Monographies monographies;

    @Autowired
    private Documents documents;

    @Autowired
    private Redactions redactions;

    @Autowired
    private Liens liens;

    @Autowired
    private Pas pas;

    private Initiative pole;
    private Monographie monographie;

    @Test
    void duChoixDuPoleAuTelechargement() throws Exception {
        pole = poles.operationnel("53", "culture");

        Page pilote = arriver();
        choisirLePole();
        Page auteur = arriver();
        connecter("redacteur");
        preparer();
        enqueter();
        ecrireEtApercevoir();
        arriver();
        lirePuisCommenter();
        page = auteur;
        corriger();
        page = pilote;
        suivreEtPublier();
        arriver();
        trouverEtTelecharger();
    }

    private void choisirLePole() {
        connecter("pilote.national", TASKLIST);
        lien("Monographies").click();
        conforme("monographies-vide");
        lien("Choisir des pôles").click();
        page.getByLabel("Choisir " + pole.nom()).check();
        page.getByLabel("Milieu de " + pole.nom()).selectOption("rural");
        page.getByLabel("Genre de " + pole.nom()).selectOption("lieu");
        conforme("choisir-des-poles");
        bouton("Ouvrir les monographies des pôles choisis").click();
        assertThat(page.getByText("La monographie est ouverte.")).isVisible();
        conforme("monographies");
        monographie = monographies.liste(PolesDEssai.pilote(), 1, 0).get(0);
        pas.avancer(monographie.reference());
        ouvrirLaTache(tache(Elements.DESIGNER_AUTEUR));
        prendreEnCharge();
        choisir("Auteur proposé", "Rédacteur Monographies");
        Navigateur.capture(page, "designer-auteur");
        terminerLaTache();
        pas.avancer(monographie.reference());
    }

    private void preparer() {
        ouvrirLaTache(tache(Elements.ACCEPTER_REDACTION));
        page.getByLabel("Oui, je l’accepte").check();
        terminerLaTache();
        pas.avancer(monographie.reference());
        aller("/monographies/" + monographie.id());
        assertThat(lien("Décisions")).hasCount(0);
        page.getByLabel("Prénom et nom").fill("Lou Exemple");
        page.getByLabel("Fonction").fill("salariée");
        page.getByLabel("Courriel").fill("lou@pole.example");
        bouton("Ajouter à la liste").first().click();
        assertThat(page.getByText("La personne est ajoutée à la liste.")).isVisible();
        conforme("monographie");
    }

    private void enqueter() {
        accomplir(Elements.PREPARER_GRILLE, Map.of("angle", "La place des habitants."));
        accomplir(
                Elements.PROPOSER_RENDEZ_VOUS,
                Map.of("jour", "2099-03-02", "heure_debut", "10h00", "heure_fin", "11h00", "lieu", "Mairie"));
        Page precedente = page;
        arriver();
        aller(lien(Elements.REPONDRE_ENTRETIEN, "lou@pole.example"));
        page.getByLabel("Oui, je viens").check();
        page.getByLabel("Oui, par mon nom et ma fonction").check();
        conforme("repondre-entretien");
        bouton("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée")).isVisible();
        pas.avancer(monographie.reference());
        page = precedente;

        aller("/monographies/" + monographie.id());
        page.getByLabel("Notes de l’entretien avec Lou Exemple").click();
        page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                .fill("Un an de discussions avant de commencer.");
        bouton("Enregistrer les notes").click();
        assertThat(page.getByText("Les notes sont enregistrées.")).isVisible();
        page.getByLabel("Ses mots").fill("Nous avons d’abord rangé.");
        bouton("Garder la citation").click();
        conforme("entretien");
        accomplir(Elements.RENDRE_COMPTE, Map.of("entretien_tenu", "oui"));
        documents.ajouter(monographie.id(), "Bilan", NatureDeDocument.BILAN, "Les effectifs.", null);
        accomplir(Elements.ANALYSER_DOCUMENTS, Map.of("documents_synthese", "Les effectifs ont doublé."));
    }

    private void ecrireEtApercevoir() {
        aller("/monographies/" + monographie.id() + "/texte");
        conforme("texte");
        lien("Finalités").click();
        String marque = page.locator("code", new Page.LocatorOptions().setHasText("[[citation"))
                .textContent();
        page.getByLabel("Texte", new Page.GetByLabelOptions().setExact(true))
                .fill("Des **finalités** partagées.\n\n" + marque + "\n\n<script>alert(1)</script>");
        bouton("Voir l’aperçu").click();
        assertThat(page.locator("[data-rendu] blockquote")).containsText("Nous avons d’abord rangé.");
        assertThat(page.locator("[data-rendu]")).containsText("<script>alert(1)</script>");
        assertThat(page.locator("[data-rendu] strong")).hasText("finalités");
        assertThat(page.getByText("Brouillon enregistré.")).isVisible();
        conforme("rubrique");
        bouton("Enregistrer").first().click();
        assertThat(page.getByText("La rubrique est enregistrée.")).isVisible();
        Grille.lire(monographie.grille()).rubriques().stream()
                .skip(1)
                .forEach(rubrique -> redactions.ecrire(
                        monographie.reference(), rubrique.id(), PolesDEssai.rubrique("Texte."), 0, "redacteur"));
        ouvrirLaTache(tache(Elements.REDIGER));
        Navigateur.capture(page, "rediger-monographie");
        terminerLaTache();
        pas.avancer(monographie.reference());
    }

    private void lirePuisCommenter() {
        aller("/lecture/" + monographies.lire(monographie.id()).jeton());
        assertThat(page.locator("blockquote")).containsText("Lou Exemple, salariée");
        conforme("lecture");
        aller(lien(Elements.RELIRE_POLE, pole.contactCourriel()));
        assertThat(page.getByText("votre accord est acquis")).isVisible();
        page.getByLabel("Non, il y a des corrections à faire").check();
        remplir("Origine et conditions d’émergence", "Le pôle est né en 2009.");
        conforme("relire-monographie");
        bouton("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée")).isVisible();
        pas.avancer(monographie.reference());
        accomplir(Elements.RELIRE_PILOTE, Map.of("relecture_accord", "oui"));
    }

    private void corriger() {
        aller("/monographies/" + monographie.id() + "/texte/emergence");
        assertThat(page.getByText("Le pôle est né en 2009.")).isVisible();
        page.getByLabel("Texte", new Page.GetByLabelOptions().setExact(true)).fill("Le pôle est né en 2009.");
        bouton("Enregistrer").first().click();
        assertThat(page.getByText("La rubrique est enregistrée.")).isVisible();
        accomplir(Elements.CORRIGER, Map.of());
    }

    private void suivreEtPublier() {
        page.setViewportSize(1800, 700);
        aller("/camunda/app/cockpit/default/#/process-instance/"
                + monographies.lire(monographie.id()).instance() + "/runtime");
        assertThat(page.getByText("Rédiger la monographie").first()).isVisible();
        Navigateur.capture(page, "monographie-cockpit");
        page.setViewportSize(1100, 900);
        aller("/monographies/" + monographie.id() + "/lecture");
        page.getByText("Ce qui a changé depuis le tour précédent").click();
        assertThat(page.locator("ins").first()).isVisible();
        conforme("lecture-du-deuxieme-tour");
        accomplir(Elements.RELIRE_POLE, Map.of("relecture_accord", "oui"));
        accomplir(Elements.RELIRE_PILOTE, Map.of("relecture_accord", "oui"));
        accomplir(Elements.VALIDER, Map.of("monographie_validee", "oui"));
        aller("/monographies/" + monographie.id());
        conforme("monographie-validee");
        lien("Monographies").first().click();
        lien("Publications et boîte à outils").click();
        conforme("publications");
        String publication = page.locator("th a", new Page.LocatorOptions().setHasText(monographie.reference()))
                .textContent()
                .substring(0, 8);
        pas.avancer(publication);
        ouvrirLaTache(pas.tache(publication, PREPARER_PUBLICATION).getId());
        prendreEnCharge();
        remplir("Résumé", "Comment un quai est resté ouvert à tous.");
        Navigateur.capture(page, "preparer-publication");
        terminerLaTache();
        pas.avancer(publication);
        aller("/publications/" + Long.parseLong(publication.substring(4)));
        conforme("publication-suivie");
        aller("/publications/chapitres/definitions");
        conforme("chapitre-a-ecrire");
    }

    private void trouverEtTelecharger() throws Exception {
        aller("/");
        lien("Ouvrir la boîte à outils").click();
        page.getByLabel("Chercher dans les textes").fill("2009");
        bouton("Chercher").click();
        assertThat(page.getByText("1 publication")).isVisible();
        conforme("boite-a-outils");
        lien("Monographie\u00a0: " + pole.nom()).click();
        conforme("publication");
        Download pdf = page.waitForDownload(() -> page.evaluate(
                "(() => { const a = document.querySelector('a.bouton'); a.download = ''; a.click(); })()"));
        PdfConforme.verifier(Files.readAllBytes(pdf.path()));
        lien("La fiche du pôle").click();
        conforme("fiche-du-pole");
        page.setViewportSize(320, 640);
        for (String chemin :
                new String[] {"/boite-a-outils", "/boite-a-outils/chapitres/experiences", "/boite-a-outils/poles"}) {
            aller(chemin);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            verifierLAccessibilite();
        }
        Navigateur.capture(page, "boite-a-outils-mobile");
    }

    private String tache(String element) {
        return pas.tache(monographie.reference(), element).getId();
    }

    private String lien(String element, String adresse) {
        return liens.creer(
                        monographie.reference(),
                        adresse,
                        Liens.TACHE,
                        tache(element),
                        Instant.now().plusSeconds(3600))
                .replaceFirst("^https?://[^/]+", "");
    }

    private void accomplir(String element, Map<String, Object> reponses) {
        poles.accomplir(monographie.reference(), element, reponses);
    }
}

package fr.ptce.accompagnement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.accompagnement.AccompagnementProjetProcess.Elements;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Liens;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In a browser: a pilot opens a year, selects three projects and gives each its accompagnateur; one accompagnateur works
 * from a telephone; a porteur says what they think; the pilot follows all of it.
 */
@ApplicationDeTest
class ParcoursDeLExperimentationTest extends ParcoursAuNavigateur {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private ProjetsDEssai essai;

    @Autowired
    private AnneesRegionales annees;

    @Autowired
    private ProjetsAccompagnes projets;

    @Autowired
    private Seances seances;

    @Autowired
    private Liens liens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pas pas;

    private final LocalDate aujourdhui = LocalDate.now(HeureDeParis.ZONE);

    @Test
    void deLOuvertureALAvisDuPorteur() {
        essai.oublierLesAccompagnateurs();
        for (int rang = 1; rang <= 3; rang++) {
            essai.qualifier("PTCE-500" + rang, "53");
        }
        Accompagnateur camille = essai.inscrire("Camille", "Exemple", "53", 3, Map.of("gouvernance", 3));
        essai.inscrire("Robin", "Autre", "53", 3, Map.of("gouvernance", 1));
        // The account of the demonstration, whose password is known, is this person's.
        jdbc.sql("update accompagnateur set compte = 'accompagnateur.bretagne' where id = :id")
                .param("id", camille.id())
                .update();

        Page pilote = arriver();
        String reference = ouvrirLAnnee();
        selectionner(reference);
        affecter();

        Page telephone = arriver();
        telephone.setViewportSize(390, 844);
        connecter("accompagnateur.bretagne");
        accepter();
        diagnostiquer();
        planifier();
        accomplir(Elements.VALIDER_PLAN, "pilote.bretagne", Map.of("plan_valide", "oui"));
        rendreCompte();
        accomplir(
                Elements.BILAN,
                "accompagnateur.bretagne",
                Map.of(
                        "bilan_resultats", "Une gouvernance en place.",
                        "bilan_reste", "Trouver un local.",
                        "bilan_methode", "Commencer par les usages."));
        pas.declencher("PTCE-5001", Elements.DIX_JOURS_APRES);

        arriver();
        donnerSonAvis();

        page = pilote;
        suivre();
    }

    private String ouvrirLAnnee() {
        connecter("pilote.bretagne", TASKLIST);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Expérimentation").setExact(true))
                .click();
        assertThat(page.getByText("Aucune de vos régions n’a ouvert d’année")).isVisible();
        conforme("experimentation-vide");
        lien("Ouvrir une année").click();
        choisir("Région", "Bretagne");
        page.getByLabel("Trois", new Page.GetByLabelOptions().setExact(true)).check();
        conforme("ouvrir-une-annee");
        bouton("Ouvrir l’année").click();
        assertThat(page.getByText("Aucun projet n’est encore sélectionné.")).isVisible();
        conforme("annee-ouverte");
        String reference =
                annees.lire(Long.parseLong(page.url().replaceAll(".*/", ""))).reference();
        pas.avancer(reference);
        return reference;
    }

    private void selectionner(String reference) {
        String tache = pas.tache(reference, AccompagnementRegionalProcess.Elements.SELECTIONNER)
                .getId();
        ouvrirLaTache(tache);
        prendreEnCharge();
        cocher("PTCE-5001", "PTCE-5002");
        bouton("Terminer").click();
        assertThat(page.getByText(Pattern.compile("trois projets au moins"))).isVisible();
        ouvrirLaTache(tache);
        cocher("PTCE-5001", "PTCE-5002", "PTCE-5003");
        Navigateur.capture(page, "selectionner-projets");
        terminerLaTache();
        pas.avancer(reference);
    }

    private void cocher(String... projets) {
        for (String projet : projets) {
            page.getByLabel(Pattern.compile("^" + projet)).check();
        }
    }

    private void affecter() {
        ouvrirLaTache(pas.tache("PTCE-5001", Elements.AFFECTER).getId());
        prendreEnCharge();
        assertThat(page.getByText(Pattern.compile("conseillé pour ce projet"))).isVisible();
        assertThat(page.getByText(Pattern.compile("Besoins couverts"))).hasCount(2);
        assertThat(page.getByLabel(Pattern.compile("^Proposer la mission"))).isChecked();
        Navigateur.capture(page, "affecter-accompagnateur");
        terminerLaTache();
        pas.avancer("PTCE-5001");
    }

    private void accepter() {
        ouvrirLaTache(pas.tache("PTCE-5001", Elements.REPONDRE_MISSION).getId());
        assertThat(page.getByText(Pattern.compile("Besoins importants")).first())
                .isVisible();
        page.getByLabel("Oui, je l’accepte").check();
        Navigateur.capture(page, "mission-telephone");
        terminerLaTache();
        pas.avancer("PTCE-5001");
    }

    private void diagnostiquer() {
        ouvrirLaTache(pas.tache("PTCE-5001", Elements.DIAGNOSTIC).getId());
        dater("Date de la rencontre");
        remplir("Forces du projet", "Un territoire mobilisé.");
        remplir("Difficultés", "Peu de moyens propres.");
        remplir("Priorités", "Une gouvernance partagée.");
        terminerLaTache();
        pas.avancer("PTCE-5001");
    }

    private void planifier() {
        ouvrirLaTache(pas.tache("PTCE-5001", Elements.PLAN).getId());
        remplir("Objectifs", "Trois ateliers avec les partenaires.");
        remplir("Parties prenantes", "Le pays, la SCIC.");
        remplir("Nombre de séances", "1");
        terminerLaTache();
        pas.avancer("PTCE-5001");
    }

    private void rendreCompte() {
        ouvrirLaTache(pas.tache("PTCE-5001", Elements.COMPTE_RENDU).getId());
        assertThat(page.getByText(Pattern.compile("Un territoire mobilisé"))).isVisible();
        dater("Date de la séance");
        remplir("Durée, en minutes", "90");
        remplir("Participants", "Le porteur et trois partenaires.");
        remplir("Ce qui a été décidé", "Créer un comité de pilotage.");
        remplir("Prochaine étape", "Écrire les statuts.");
        page.getByLabel(Pattern.compile("^Oui, l’accompagnement passe au bilan"))
                .check();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        Navigateur.capture(page, "seance-telephone");
        terminerLaTache();
        pas.avancer("PTCE-5001");
        assertThat(seances.duProjet(projet().id())).singleElement().satisfies(seance -> {
            assertThat(seance.tenueLe()).isEqualTo(aujourdhui);
            assertThat(seance.minutes()).isEqualTo(90);
        });
    }

    private void dater(String libelle) {
        champ(libelle).fill(aujourdhui.format(JOUR));
        champ(libelle).press("Enter");
    }

    private void donnerSonAvis() {
        String tache = pas.tache("PTCE-5001", Elements.DONNER_AVIS).getId();
        String lien = liens.creer(
                "PTCE-5001",
                "ptce-5001@porteur.example",
                Liens.TACHE,
                tache,
                Instant.now().plus(30, ChronoUnit.DAYS));
        aller(lien.replaceFirst("^https?://[^/]+", ""));
        assertThat(page.getByText(Pattern.compile("une séance")).first()).isVisible();
        verifierLAccessibilite();
        page.getByLabel("Très utile").check();
        remplir("Ce qui vous a aidés", "Une méthode claire et de la patience.");
        conforme("avis-du-porteur");
        bouton("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée")).isVisible();
        verifierLAccessibilite();
        pas.avancer("PTCE-5001");
    }

    private void suivre() {
        aller("/accompagnement");
        assertThat(page.getByText("5,0 sur 5")).isVisible();
        conforme("experimentation");
        page.setViewportSize(360, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        page.setViewportSize(1280, 900);
        assertThat(page.locator(".menu--pilotes li").first().boundingBox().y)
                .as("one line on a laptop")
                .isCloseTo(page.locator(".menu--pilotes li").last().boundingBox().y, within(12.0));
        page.setViewportSize(1100, 900);
        lien("PTCE-5001 – Pôle PTCE-5001").click();
        assertThat(page.getByText("Une méthode claire et de la patience.")).isVisible();
        conforme("projet-accompagne");
        page.getByText("Arrêter l’accompagnement").click();
        page.locator("#motif-arreter").fill("court");
        verifierLAccessibilite();
        aller("/accompagnement/seminaires");
        conforme("seminaires");
        page.locator("tbody a").first().click();
        conforme("seminaire");
    }

    private ProjetAccompagne projet() {
        return projets.deLAnnee(1).stream()
                .filter(projet -> projet.initiative().equals("PTCE-5001"))
                .findFirst()
                .orElseThrow();
    }

    private void accomplir(String element, String personne, Map<String, Object> champs) {
        pas.accomplir("PTCE-5001", pas.tache("PTCE-5001", element), personne, champs);
    }
}

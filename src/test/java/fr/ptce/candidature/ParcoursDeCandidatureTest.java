package fr.ptce.candidature;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.ptce.ApplicationDeTest;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.ParcoursAuNavigateur;
import fr.ptce.portail.PiecesJointes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole way of a candidature in a browser: a porteur files it with an attachment, completes it by personal link, a
 * pilot reviews it in Tasklist, and every e-mail arrives. It takes the screenshots of {@code docs/} (system property
 * {@code captures} names another folder).
 */
@ApplicationDeTest
class ParcoursDeCandidatureTest extends ParcoursAuNavigateur {

    private static final Path CAPTURES = Path.of(System.getProperty("captures", "target/screenshots"));
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);

    private static final List<String> OBJECTIFS = List.of(
            "Cultiver et servir le territoire",
            "Insuffler et entretenir des coopérations",
            "S’appuyer sur une économie intégrée au territoire");

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private PiecesJointes pieces;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Pas pas;

    @BeforeEach
    void ouvrir() {
        arriver();
        Instant maintenant = Instant.now();
        if (campagnes.parCode("PARCOURS").isEmpty()) {
            campagnes.creer(
                    "PARCOURS",
                    "Appel du parcours",
                    maintenant.minus(Duration.ofDays(1)),
                    maintenant.plus(Duration.ofHours(60)),
                    2012,
                    2);
        }
    }

    @Test
    void duDepotEnLigneALaRelectureDansTasklist() {
        String numero = deposerAvecUnePiece();
        completerParLienPersonnel(numero);
        relireDansTasklist(numero);
        regarderDansCockpit();
    }

    @Test
    void lesPagesPubliquesSontAccessibles() {
        for (String chemin : new String[] {"/", "/candidater", "/connexion", "/accessibilite", "/courriels"}) {
            aller(chemin);
            verifierLAccessibilite();
        }
    }

    @Test
    void unDepotIncompletDitQuoiCorrigerEtNePerdRien() {
        aller("/candidater");
        bouton("Commencer mon dossier").click();
        remplir("Nom de l’initiative", "Sans région");
        bouton("Déposer ma candidature").click();

        assertThat(page.getByText("Ce champ est obligatoire").first()).isVisible();
        assertThat(page.getByText(Pattern.compile("Brouillon enregistré à"))).isVisible();
        page.reload();
        assertThat(champ("Nom de l’initiative")).hasValue("Sans région");
    }

    private String deposerAvecUnePiece() {
        aller("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Déposer une candidature"))
                .first()
                .click();
        bouton("Commencer mon dossier").click();
        remplir("Nom de l’initiative", "Pôle des arts du Trégor");
        remplir("Structure porteuse", "Les Tisserands");
        choisir("Région", "Bretagne");
        page.getByText("Arts et culture").click();
        page.getByText("Oui", new Page.GetByTextOptions().setExact(true)).click();
        remplir("Prénom et nom", "Camille Exemple");
        remplir("Adresse de courriel", "camille@tisserands.example");
        page.getByText(Pattern.compile("J’accepte que ces informations")).click();
        page.getByLabel("Ajouter des documents").setInputFiles(new FilePayload("statuts.pdf", "application/pdf", PDF));
        assertThat(page.getByText("statuts.pdf").first()).isVisible();
        verifierLAccessibilite();
        capturer("formulaire-public");
        bouton("Déposer ma candidature").click();
        Locator titre =
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Votre candidature est déposée"));
        assertThat(titre).isVisible();
        verifierLAccessibilite();
        String numero = page.locator("main strong").first().textContent();
        assertThat(dossiers.lire(numero).region()).isEqualTo("53");
        assertThat(pieces.liste(numero)).extracting(piece -> piece.nom()).containsExactly("statuts.pdf");
        pas.avancer(numero);
        return numero;
    }

    private void completerParLienPersonnel(String numero) {
        ouvrirLeCourriel(numero, "est bien arrivée");
        page.navigate(lienDuCourriel("suivi"));
        assertThat(page.getByText("À compléter par vous").first()).isVisible();
        verifierLAccessibilite();
        bouton("Compléter le dossier").click();
        assertThat(champ("Nom de l’initiative")).hasValue("Pôle des arts du Trégor");
        ouvrirLeCourriel(numero, "Il manque des éléments");
        capturer("courriel");
        page.navigate(lienDuCourriel("lien"));
        assertThat(champ("Nom de l’initiative")).hasValue("Pôle des arts du Trégor");
        page.getByText("En projet : le pôle est en construction").click();
        remplir("Nombre de structures partenaires", "3");
        remplir("Cultiver et servir le territoire", "Un lieu partagé au cœur du bourg.");
        remplir("Insuffler et entretenir des coopérations diversifiées", "Des outils et des emplois mutualisés.");
        remplir("S’appuyer sur une économie intégrée au territoire", "Une boutique et des ateliers.");
        verifierLAccessibilite();
        bouton("Envoyer ma réponse").click();
        assertThat(page.getByText("Votre réponse a été envoyée")).isVisible();
        assertThat(champ("Nombre de structures partenaires")).hasValue("3");
        verifierLAccessibilite();
        pas.avancer(numero);
        assertThat(dossiers.lire(numero).etat())
                .as("state of %s", dossiers.lire(numero))
                .isEqualTo(EtatDossier.EN_RELECTURE);
    }

    private void relireDansTasklist(String numero) {
        Task declaration = pas.taches(numero, Elements.DECLARER_INTERETS).stream()
                .filter(tache -> taskService.getIdentityLinksForTask(tache.getId()).stream()
                        .anyMatch(lien -> "pilotes-53".equals(lien.getGroupId())))
                .findFirst()
                .orElseThrow();
        connecter("pilote.bretagne");
        ouvrirLaTache(declaration.getId());
        prendreEnCharge();
        assertThat(page.getByLabel("Non, je peux relire ce dossier")).isEnabled();
        page.getByLabel("Non, je peux relire ce dossier").check();
        terminerLaTache();
        pas.avancer(numero);

        ouvrirLaTache(pas.tache(numero, Elements.EVALUER_DOSSIER).getId());
        for (String but : OBJECTIFS) {
            page.getByLabel(Pattern.compile("^" + but)).first().fill("4");
            page.getByLabel(Pattern.compile(
                            "^Commentaire : " + but.substring(0, 1).toLowerCase(Locale.FRENCH) + but.substring(1)))
                    .first()
                    .fill("Un projet bien ancré.");
        }
        page.getByText("Retenir", new Page.GetByTextOptions().setExact(true)).click();
        capturer("tache-tasklist");
        terminerLaTache();
        assertThat(evaluations.duDossier(numero)).filteredOn(Evaluation::rendue).hasSize(1);
    }

    private void regarderDansCockpit() {
        aller("/camunda/app/cockpit/default/#/processes");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Candidature").setExact(true))
                .click();
        assertThat(page.locator("svg .djs-element").first()).isVisible();
        assertThat(page.getByText("Chargement…")).hasCount(0);
        capturer("diagramme-cockpit");
    }

    private void ouvrirLeCourriel(String numero, String objet) {
        aller("/courriels?recherche=" + numero);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(objet)))
                .first()
                .click();
    }

    private String lienDuCourriel(String usage) {
        String source = page.content();
        for (var cadre : page.frames()) {
            source += cadre.content();
        }
        Matcher lien = Pattern.compile("/" + usage + "/[A-Za-z0-9_-]{43}").matcher(source);
        assertThat(lien.find()).as("personal link in the e-mail").isTrue();
        return "http://localhost:" + port + lien.group();
    }

    private void capturer(String nom) {
        page.screenshot(new Page.ScreenshotOptions().setPath(CAPTURES.resolve(nom + ".png")));
    }
}

package fr.ptce.candidature;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ptce.candidature.CandidatureProcessTest.dossierComplet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fr.ptce.ApplicationDeTest;
import fr.ptce.candidature.CandidatureProcess.Elements;
import fr.ptce.moteur.Pas;
import fr.ptce.portail.Liens;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a browser: a porteur follows one dossier from its deposit to the questionnaire of needs, on a screen and a phone. */
@ApplicationDeTest
class ParcoursDuPorteurTest extends ParcoursAuNavigateur {

    private static final int TELEPHONE = 390;
    private static final int ECRAN = 1100;

    @Autowired
    private Campagnes campagnes;

    @Autowired
    private LanceurDeCandidature lanceur;

    @Autowired
    private Liens liens;

    @Autowired
    private Pas pas;

    @Autowired
    private TaskService taskService;

    @Test
    void duDepotAuxBesoins() {
        arriver();
        String numero = deposerUnDossierIncomplet();
        String suivi = URI.create(liens.creerSuivi(numero, "camille@tisserands.example"))
                .getPath();
        aller(suivi);
        etapeEnCours("Vérification");
        regarder("porteur-depose");

        pas.avancer(numero);
        page.reload();
        etapeEnCours("Compléments");
        regarder("porteur-a-completer");
        repondreAuClavier();

        pas.accomplir(numero, pas.tache(numero, Elements.COMPLETER_DOSSIER), "pilote.bretagne", dossierComplet());
        aller(suivi);
        etapeEnCours("Relecture");
        assertThat(page.getByText("Vous n’avez rien à faire pour l’instant.")).isVisible();
        regarder("porteur-en-relecture");

        relire(numero, "pilotes-53", "pilote.bretagne");
        relire(numero, "pilotes-culture", "pilote.culture");
        pas.accomplir(
                numero,
                pas.tache(numero, Elements.DECIDER),
                "comite",
                Map.of("decision", "retenu-projet", "motif_decision", "Des coopérations solides, à prolonger."));
        page.reload();
        etapeEnCours("Réponse");
        assertThat(page.getByText("Retenu comme pôle en projet")).isVisible();
        regarder("porteur-notifie");

        pas.declencher(numero, "event_delaiRecours");
        page.reload();
        etapeEnCours("Besoins");
        assertThat(bouton("Répondre au questionnaire")).isVisible();
        regarder("porteur-besoins");

        lanceur.retirer(numero, "Le lieu n’est plus disponible.", null);
        pas.avancer(numero);
        page.reload();
        assertThat(page.locator("[aria-current=step]")).hasCount(0);
        assertThat(page.getByText("Votre initiative ne fait plus partie du programme, comme vous l’avez demandé."))
                .isVisible();
        regarder("porteur-retire");
    }

    @Test
    void unLienInconnuDitQuoiFaire() {
        arriver();
        aller("/suivi/" + "x".repeat(43));
        assertThat(page.getByText("nous vous enverrons un nouveau lien")).isVisible();
        regarder("porteur-lien-inconnu");
    }

    private void etapeEnCours(String nom) {
        assertThat(page.locator("ol.chemin > li[aria-current=step]")).hasCount(1);
        assertThat(page.locator("ol.chemin > li[aria-current=step] .chemin__nom"))
                .hasText(nom);
        assertThat(page.locator("ol.chemin > li[aria-current=step]")).containsText("en cours");
    }

    /** On a screen the steps are side by side, on a phone one below the other; nothing scrolls sideways. */
    private void regarder(String nom) {
        page.setViewportSize(ECRAN, 900);
        conforme(nom);
        enLigne(true);
        page.setViewportSize(TELEPHONE, 844);
        conforme(nom + "-390");
        enLigne(false);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no horizontal scroll at 390 px")
                .isEqualTo(true);
        page.setViewportSize(ECRAN, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("h1")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void enLigne(boolean voulu) {
        if (page.locator("ol.chemin > li").count() > 1) {
            double premiere = page.locator("ol.chemin > li").nth(0).boundingBox().y;
            double seconde = page.locator("ol.chemin > li").nth(1).boundingBox().y;
            assertThat(premiere == seconde).as("steps side by side").isEqualTo(voulu);
        }
    }

    /** From the top of the page, the first thing of the page itself is what is awaited. */
    private void repondreAuClavier() {
        page.keyboard().press("Tab");
        assertThat(page.getByText("Aller au contenu")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(bouton("Compléter le dossier")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/lien/"));
        assertThat(champ("Nom de l’initiative")).hasValue("Pôle des arts du Trégor");
    }

    private String deposerUnDossierIncomplet() {
        Instant maintenant = Instant.now();
        Campagne campagne = campagnes
                .parCode("PORTEUR")
                .orElseGet(() -> campagnes.creer(
                        "PORTEUR",
                        "Appel du porteur",
                        maintenant.minus(Duration.ofDays(1)),
                        maintenant.plus(Duration.ofDays(30)),
                        2012,
                        2));
        Map<String, Object> champs = dossierComplet();
        champs.remove("stade");
        return lanceur.deposer(campagne.id(), Instruction.FORMULAIRE, "53", ChampsDuDossier.de(champs), null);
    }

    private void relire(String numero, String groupe, String relecteur) {
        Task declaration = pas.taches(numero, Elements.DECLARER_INTERETS).stream()
                .filter(tache -> taskService.getIdentityLinksForTask(tache.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .anyMatch(groupe::equals))
                .findFirst()
                .orElseThrow();
        pas.accomplir(numero, declaration, relecteur, Map.of("conflit", "non"));
        Map<String, Object> reponses = new HashMap<>(Map.of("recommandation", "retenir"));
        for (String but : List.of("territoire", "cooperations", "economie")) {
            reponses.put("note_" + but, 4);
            reponses.put("commentaire_" + but, "Un projet bien ancré.");
        }
        pas.accomplir(numero, pas.tache(numero, Elements.EVALUER_DOSSIER), relecteur, reponses);
    }
}

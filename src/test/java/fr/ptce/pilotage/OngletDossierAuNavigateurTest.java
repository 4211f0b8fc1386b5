package fr.ptce.pilotage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.ptce.ApplicationDeTest;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist in a browser: the Dossier tab, the filters with their figures, and the link of an e-mail. */
@ApplicationDeTest
class OngletDossierAuNavigateurTest extends ParcoursAuNavigateur {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    /** How much of a page its frame hides, downwards and to the right. */
    private static final String DEPASSEMENTS = """
            cadre => {
              const page = cadre.contentDocument;
              return [page.body.scrollHeight - cadre.clientHeight, page.documentElement.scrollWidth - cadre.clientWidth]
                .map(cache => Math.max(0, cache));
            }""";

    private static final String CADRE = "iframe[title='Dossier de la tâche']";
    private static final int LARGEUR_DE_TELEPHONE = 390;
    private static final int TABULATIONS_AU_PLUS = 200;

    @Autowired
    private TachesDEssai essai;

    @Autowired
    private TaskService taches;

    private final List<Task> ouvertes = new ArrayList<>();

    @BeforeEach
    void preparer() {
        essai.deployer();
    }

    @AfterEach
    void terminer() {
        ouvertes.forEach(essai::terminer);
    }

    @Test
    void unAccompagnateurLitLeDossierDeSaTache() {
        essai.retenir("PTCE-NAV1", "53");
        essai.qualifier("PTCE-NAV1");
        essai.joindre("PTCE-NAV1");
        Task tache = garder(essai.proposer("PTCE-NAV1", "53", "accompagnateurs-53"));
        arriver();
        connecter("accompagnateur.bretagne");
        ouvrirLaTache(tache.getId());

        ouvrirLOngletAuClavier();

        assertThat(dossier().getByRole(AriaRole.HEADING).first()).hasText("Pôle PTCE-NAV1");
        assertThat(dossier().getByText("Les Ateliers du Trégor")).isVisible();
        assertThat(dossier().locator("nav")).hasCount(0);
        laPageTientDansSonCadre();
        conforme("onglet-dossier-accompagnateur", CADRE);

        page.waitForDownload(() -> dossier().getByText("statuts.pdf").click());

        aller("/pilotage/taches/" + tache.getId() + "/dossier");
        conforme("dossier-de-la-tache");
        page.setViewportSize(LARGEUR_DE_TELEPHONE, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(LARGEUR_DE_TELEPHONE);
        conforme("dossier-de-la-tache-telephone");
    }

    @Test
    void unPiloteAgitDepuisLaPageDuDossierDansSonOnglet() {
        essai.retenir("PTCE-NAV2", "53");
        Task tache = garder(essai.proposer("PTCE-NAV2", "53", "pilotes-53"));
        Task autre = garder(essai.confier("SEM-0009", "53", "pilote.bretagne"));
        arriver();
        connecter("pilote.bretagne");
        ouvrirLaTache(tache.getId());

        ouvrirLOngletAuClavier();
        assertThat(dossier().getByText("Décisions expliquées")).isVisible();
        laPageTientDansSonCadre();
        conforme("onglet-dossier-pilote", CADRE);

        dossier().getByText("Ajouter un commentaire").click();
        dossier().locator("textarea").fill("Vu au téléphone.");
        dossier().locator("main button[type=submit]").click();
        assertThat(dossier().getByText("Vu au téléphone.").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*task=" + tache.getId() + ".*"));

        page.setViewportSize(LARGEUR_DE_TELEPHONE, 800);
        Navigateur.capture(page, "onglet-dossier-telephone");
        page.setViewportSize(1100, 900);

        page.locator(".tasks-list a")
                .filter(new Locator.FilterOptions().setHasText("Faire le compte-rendu"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*task=" + autre.getId() + ".*"));
        assertThat(dossier().getByText("Cette tâche ne porte sur aucun dossier"))
                .isVisible();
        assertThat(page.locator("iframe")).hasCount(1);
        conforme("onglet-sans-dossier", CADRE);
    }

    @Test
    void leFormulaireDUneTacheDAutruiDitPourquoiIlNeSOuvrePas() {
        essai.retenir("PTCE-NAV5", "53");
        Task tache = garder(essai.proposer("PTCE-NAV5", "53", "pilotes-mes"));
        arriver();
        connecter("pilote.bretagne");
        ouvrirLaTache(tache.getId());

        assertThat(page.locator(".form-pane > .alert")).containsText("cette tâche attend quelqu’un d’autre");
        assertThat(page.locator(".form-pane > .alert")).not().containsText(Pattern.compile("Erreur|Close"));
    }

    @Test
    void chaqueFiltreDitCombienDeTachesIlContient() {
        essai.retenir("PTCE-NAV3", "06");
        Task tache = garder(essai.proposer("PTCE-NAV3", "06", "pilotes-06"));
        tache.setDueDate(Date.from(Instant.now().minus(Duration.ofHours(49))));
        taches.saveTask(tache);
        arriver();
        connecter("pilote.national", TASKLIST);

        Locator outreMer = filtre("Outre-mer");
        assertThat(outreMer.locator(".ptce-compteur")).hasText("1");
        outreMer.click();
        assertThat(outreMer.locator("..").locator("..").locator(".ptce-compteur"))
                .isHidden();
        Locator carte = page.locator(".tasks-list li.task");
        assertThat(carte).hasCount(1);
        assertThat(carte).containsText("il y a 2 jours");
        carte.locator(".due-date span").hover();
        assertThat(page.locator(".tooltip-inner"))
                .hasText(Pattern.compile(
                        "^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \\d{1,2} \\S+ \\d{4}.*"));
        Navigateur.capture(page, "filtres-du-pays");
    }

    @Test
    void leLienDUnCourrielMeneALaTacheApresLaConnexion() {
        essai.retenir("PTCE-NAV4", "53");
        Task tache = garder(essai.proposer("PTCE-NAV4", "53", "accompagnateurs-53"));
        garder(essai.proposer("PTCE-NAV4", "53", "accompagnateurs-53"));
        arriver();

        aller("/taches/" + tache.getId());
        page.getByLabel("Identifiant").fill("accompagnateur.bretagne");
        page.getByLabel("Mot de passe").fill("demo");
        bouton("Se connecter").click();

        page.waitForURL("**" + TASKLIST + "#/?*task=" + tache.getId() + "*");
        assertThat(page.locator(".task-details h2, [cam-tasklist-task] h2").first())
                .containsText("Lire le dossier");
    }

    @Test
    void leLienDUneTacheTermineeLeDitAccessiblement() {
        arriver();
        connecter("accompagnateur.bretagne", "/taches/terminee");
        assertThat(page.getByText("Cette tâche est introuvable")).isVisible();
        conforme("tache-introuvable");
    }

    private Task garder(Task tache) {
        ouvertes.add(tache);
        return tache;
    }

    private Locator filtre(String nom) {
        return page.locator(".task-filter a").filter(new Locator.FilterOptions().setHasText(nom));
    }

    private FrameLocator dossier() {
        return page.frameLocator(CADRE);
    }

    /** With the keyboard alone, as somebody who has no mouse. */
    private void ouvrirLOngletAuClavier() {
        assertThat(page.locator(".nav-tabs").getByText("Dossier", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        for (int i = 0; i < TABULATIONS_AU_PLUS; i++) {
            page.keyboard().press("Tab");
            if ("Dossier"
                    .equals(page.evaluate("document.activeElement.closest('.nav-tabs')"
                            + " && document.activeElement.textContent.trim()"))) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("The tab is out of reach of the keyboard.");
    }

    private void laPageTientDansSonCadre() {
        Locator cadre = page.locator(CADRE);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(cadre.evaluate(DEPASSEMENTS))
                .isEqualTo(List.of(0, 0)));
    }
}

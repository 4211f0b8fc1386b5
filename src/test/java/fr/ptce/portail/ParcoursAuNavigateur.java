package fr.ptce.portail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in a browser, in the words of what a person does. {@code page} is the page of whoever acts now. What it showed
 * when a test failed is kept in {@code target/screenshots/echec-<test>.png}.
 */
public abstract class ParcoursAuNavigateur {

    private static final Duration ATTENTE = Duration.ofSeconds(30);
    private static final double OUVERTURE_DE_LISTE_EN_MILLISECONDES = 2_000;

    @LocalServerPort
    protected int port;

    protected Page page;

    @RegisterExtension
    final AfterTestExecutionCallback captureDesEchecs = test -> {
        if (page != null && test.getExecutionException().isPresent()) {
            Navigateur.capture(
                    page,
                    "echec-" + getClass().getSimpleName() + "-"
                            + test.getRequiredTestMethod().getName());
        }
    };

    private final List<BrowserContext> sessions = new ArrayList<>();

    /** Somebody else comes, with a browser of their own, and acts from now on. */
    protected Page arriver() {
        BrowserContext session = Navigateur.session();
        sessions.add(session);
        page = session.newPage();
        return page;
    }

    @AfterEach
    void fermerLesSessions() {
        sessions.forEach(BrowserContext::close);
    }

    protected void aller(String chemin) {
        page.navigate(racine() + chemin);
    }

    private String racine() {
        return "http://localhost:" + port;
    }

    /** Becomes somebody, with the password of the demonstration. */
    protected void connecter(String identifiant) {
        Connexions.ouvrir(page, racine(), identifiant, "demo");
    }

    /** Becomes somebody, with the password of the demonstration, then goes there. */
    protected void connecter(String identifiant, String destination) {
        connecter(identifiant, "demo", destination);
    }

    protected void connecter(String identifiant, String motDePasse, String destination) {
        Connexions.ouvrir(page, racine(), identifiant, motDePasse);
        aller(destination);
    }

    /** Opens a task of Tasklist in a session that is logged in. */
    protected void ouvrirLaTache(String tache) {
        // From elsewhere: in Tasklist, another address after the # would load nothing anew.
        page.navigate("about:blank");
        aller("/camunda/app/tasklist/default/#/?task=" + tache);
    }

    protected void prendreEnCharge() {
        page.getByText("Prendre en charge", new Page.GetByTextOptions().setExact(true))
                .click();
    }

    protected void terminerLaTache() {
        bouton("Terminer").click();
        assertThat(page.getByText("Sélectionnez une tâche dans la liste.")).isVisible();
    }

    protected Locator bouton(String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom));
    }

    protected Locator lien(String nom) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(nom).setExact(true));
    }

    protected Locator champ(String libelle) {
        return page.getByLabel(Pattern.compile("^" + libelle)).first();
    }

    /** As a person does: leaving the field is what form-js waits for. */
    protected void remplir(String libelle, String texte) {
        champ(libelle).fill(texte);
        champ(libelle).blur();
        assertThat(champ(libelle)).hasValue(texte);
    }

    /**
     * Chooses in a list of form-js. A form that has just been opened may draw itself again and close the list: one opens
     * it again, as a person does.
     */
    protected void choisir(String libelle, String option) {
        Locator liste = page.locator(
                        ".fjs-form-field-select", new Page.LocatorOptions().setHasText(Pattern.compile("^" + libelle)))
                .locator(".fjs-input-group");
        Locator choix = page.getByText(option, new Page.GetByTextOptions().setExact(true))
                .last();
        Awaitility.await()
                .pollInSameThread()
                .atMost(ATTENTE)
                .ignoreException(TimeoutError.class)
                .until(() -> {
                    liste.click();
                    choix.click(new Locator.ClickOptions().setTimeout(OUVERTURE_DE_LISTE_EN_MILLISECONDES));
                    return true;
                });
    }

    /**
     * Takes a screenshot, then looks for faults of accessibility.
     *
     * @param parties CSS selectors of what is looked at; none for the whole page
     */
    protected void conforme(String nom, String... parties) {
        Navigateur.capture(page, nom);
        verifierLAccessibilite(parties);
    }

    protected void verifierLAccessibilite(String... parties) {
        assertThat(Accessibilite.fautes(page, parties))
                .as("axe on %s", page.url())
                .isEmpty();
    }
}

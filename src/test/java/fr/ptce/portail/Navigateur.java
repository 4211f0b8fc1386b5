package fr.ptce.portail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.ptce.essai.Mesures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Chromium for all browser tests of a JVM: the one that the system property {@code chromium} names, or the one of
 * this machine, or Playwright's own.
 *
 * <p>For one thread at a time, as Playwright is.
 */
public final class Navigateur {

    private static final double ATTENTE_EN_MILLISECONDES = 30_000;
    private static final int LARGEUR = 1100;
    private static final int HAUTEUR = 900;

    private static final List<String> NOMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    static final String AUCUN =
            "No browser for the tests: install Chromium (apt-get install chromium, for instance), or"
                    + " name one with -Dchromium=/path/of/it";

    private static Browser chromium;

    private Navigateur() {}

    /** A new session, without cookies, of a browser that asks for American English: our pages speak French all the same. */
    public static synchronized BrowserContext session() {
        if (chromium == null) {
            // The webapps load slowly on a busy machine.
            PlaywrightAssertions.setDefaultAssertionTimeout(ATTENTE_EN_MILLISECONDES);
            chromium = lancer();
        }
        return chromium.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(LARGEUR, HAUTEUR));
    }

    /** Writes the whole page to {@code target/screenshots/<nom>.png}. */
    public static void capture(Page page, String nom) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", nom + ".png"))
                .setFullPage(true));
    }

    private static Browser lancer() {
        Instant debut = Instant.now();
        Optional<Path> installe = installe();
        if (installe.isEmpty()) {
            telecharger(Map.of());
        }
        Browser navigateur = lancer(installe, Map.of());
        Mesures.noter("navigateur", debut);
        return navigateur;
    }

    /** The browser of this machine: the one that the system property names, or else one of those that it may have. */
    static Optional<Path> installe() {
        String nomme = System.getProperty("chromium");
        if (nomme != null) {
            return Optional.of(Path.of(nomme));
        }
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(Path::of)
                                .flatMap(dossier -> NOMS.stream().map(dossier::resolve)),
                        Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Has Playwright download its own browser, unless it has done so before.
     *
     * @param environnement variables of Playwright beside those of this process
     * @throws IllegalStateException when it cannot be had, with what to do
     */
    static void telecharger(Map<String, String> environnement) {
        ProcessBuilder installation = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CLI.class.getName(),
                "install",
                "chromium");
        installation.environment().putAll(environnement);
        try {
            if (installation.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(AUCUN);
            }
        } catch (IOException e) {
            throw new IllegalStateException(AUCUN, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(AUCUN, e);
        }
    }

    /** Starts this browser, or the one that Playwright has downloaded. */
    static Browser lancer(Optional<Path> executable, Map<String, String> environnement) {
        Map<String, String> complet = new HashMap<>(environnement);
        complet.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(complet));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        executable.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }
}

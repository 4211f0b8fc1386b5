package fr.ptce.portail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Chromium for all browser tests of a JVM. The system property {@code chromium} names another executable.
 *
 * <p>For one thread at a time, as Playwright is.
 */
public final class Navigateur {

    private static final double ATTENTE_EN_MILLISECONDES = 30_000;
    private static final int LARGEUR = 1100;
    private static final int HAUTEUR = 900;

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
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}

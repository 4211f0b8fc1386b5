package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What looks for faults finds those that are there. With those that need the application: it needs a browser, as they do. */
@Tag("application")
class AccessibiliteTest {

    private static final String PAGE = """
            <!doctype html><html lang="fr"><title>Essai</title><main><h1>Essai</h1>
              <img src="data:," id="sans-texte">
              <p id="pale" style="color:#ccc;background:#fff">Un texte pâle</p>
              <iframe title="Cadre" src="/cadre"></iframe>
            </main>
            """;
    private static final String CADRE = """
            <!doctype html><html lang="fr"><title>Cadre</title>
              <main><h1>Cadre</h1><img src="data:," id="dans-le-cadre"></main>
            """;
    private static final String SITE = "http://essai.example";

    @Test
    void lesFautesDUnePageEtDeSesCadresSontTrouvees() {
        try (BrowserContext session = Navigateur.session()) {
            Page page = session.newPage();
            page.route(
                    SITE + "/**",
                    demande -> demande.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html;charset=utf-8")
                            .setBody(demande.request().url().endsWith("/cadre") ? CADRE : PAGE)));
            page.navigate(SITE);
            assertThat(Accessibilite.fautes(page))
                    .anyMatch(faute -> faute.startsWith("image-alt") && faute.contains("sans-texte"))
                    .anyMatch(faute -> faute.startsWith("image-alt") && faute.contains("dans-le-cadre"))
                    .anyMatch(faute -> faute.startsWith("color-contrast") && faute.contains("pale"));
            assertThat(Accessibilite.fautes(page, "h1")).isEqualTo(List.of());
        }
    }
}

package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Before the tests that take minutes: there is a browser, or this build ends here and says what to install. */
@Tag("navigateur")
class NavigateurPresentTest {

    @Test
    void unNavigateurOuvreUnePage() {
        try (BrowserContext session = Navigateur.session()) {
            Page page = session.newPage();
            page.navigate("data:text/html,<title>PTCE</title>");
            assertThat(page.title()).isEqualTo("PTCE");
        }
    }
}

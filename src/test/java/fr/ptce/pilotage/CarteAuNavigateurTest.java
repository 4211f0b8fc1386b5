package fr.ptce.pilotage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.portail.Navigateur;
import fr.ptce.portail.ParcoursAuNavigateur;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Both maps of France in a browser: wide, on a telephone, on paper, with many numbers, one and none. */
@ApplicationDeTest
class CarteAuNavigateurTest extends ParcoursAuNavigateur {

    private static final String PAGE = "/pilotage/essai-cartes";
    private static final int TELEPHONE = 390;

    /** What is drawn out of the map, or a number out of its region on the mainland. */
    private static final String MAL_PLACES = """
            () => [...document.querySelectorAll('.carte-france__carte')].flatMap(carte => {
              const cadre = carte.viewBox.baseVal;
              const textes = carte.querySelectorAll('.carte-france__textes > g');
              return [...carte.querySelectorAll('.carte-france__region')].map((region, rang) => {
                const boite = region.getBBox();
                const nombre = textes[rang].querySelector('.carte-france__nombre').getBBox();
                const milieu = new DOMPoint(nombre.x + nombre.width / 2, nombre.y + nombre.height / 2);
                const chezLui = textes[rang].matches('.carte-france__encart')
                    || region.querySelector('path').isPointInFill(milieu);
                const dansLeCadre = boite.x >= cadre.x && boite.y >= cadre.y
                    && boite.x + boite.width <= cadre.x + cadre.width
                    && boite.y + boite.height <= cadre.y + cadre.height;
                return chezLui && dansLeCadre ? null : region.getAttribute('aria-label');
              }).filter(nom => nom !== null);
            })
            """;

    @Autowired
    private Regions regions;

    @Test
    void toutesLesRegionsSontALeurPlaceSurEcranTelephoneEtPapier() {
        ouvrir("?" + nombres());
        assertThat(regionsDe("2012").locator(".carte-france__region")).hasCount(28);
        assertThat(regionsDe("2016").locator(".carte-france__region")).hasCount(19);
        assertThat(page.evaluate(MAL_PLACES)).isEqualTo(List.of());
        conforme("carte-large");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(regionsDe("2012").getByText("Picardie")).isVisible();
        Navigateur.capture(page, "carte-papier");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.setViewportSize(TELEPHONE, 844);
        conforme("carte-telephone");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(TELEPHONE);
    }

    @Test
    void uneRegionMeneASesDossiersAuClavierAussi() {
        ouvrir("?53=12&FR=3&72=0");
        Locator bretagne = regionsDe("2016")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Bretagne\u00a0: 12\u00a0dossiers"));

        assertThat(regionsDe("2016").getByRole(AriaRole.LINK)).hasCount(1);
        assertThat(regionsDe("2016").getByRole(AriaRole.IMG)).hasAccessibleName("National\u00a0: 3\u00a0dossiers");
        assertThat(regionsDe("2012").locator(".carte-france__nombre")).hasText(new String[] {"12", "3"});
        page.keyboard().press("Tab");
        bretagne.focus();
        assertThat(bretagne.locator("path")).hasCSS("stroke-width", "4px");
        conforme("carte-une-region");

        page.keyboard().press("Enter");
        page.waitForURL("**/dossiers?region=53");
    }

    @Test
    void sansDossierLaCarteEstPaleEtSansLien() {
        ouvrir("");

        assertThat(regionsDe("2016").locator(".teinte-0")).hasCount(19);
        assertThat(page.locator(".carte-france__carte a")).hasCount(0);
        assertThat(page.locator("#carte-2016-legende li")).hasText("aucun dossier (région sans nombre)");
        verifierLAccessibilite();
    }

    /** In a frame of Cockpit, whose address has another beginning, a region opens in the whole window. */
    @Test
    void dansUnCadreUneRegionOuvreLaFenetreEntiere() {
        ouvrir("");
        page.evaluate(
                "adresse => document.querySelector('main').innerHTML = `<iframe src='${adresse}' title='Carte'>`",
                PAGE + "?53=12");
        page.waitForCondition(() -> page.frames().size() > 1);
        // Until all of it has come, its script does not see the links that leave the frame.
        page.frames().get(1).waitForURL("**" + PAGE + "?53=12");
        page.frameLocator("iframe")
                .getByRole(
                        AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Bretagne\u00a0: 12\u00a0dossiers"))
                .first()
                .press("Enter");
        page.waitForURL("**/dossiers?region=53");
    }

    private void ouvrir(String nombres) {
        arriver();
        connecter("pilote.bretagne", "/dossiers");
        aller(PAGE + nombres);
    }

    /** Every region has a number, of one to three digits. */
    private String nombres() {
        return regions.toutes().stream()
                .map(Region::code)
                .map(code -> code + "=" + (code.equals("11") ? 128 : 1 + code.hashCode() % 37))
                .collect(Collectors.joining("&"));
    }

    private Locator regionsDe(String annee) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Dossiers par région de " + annee));
    }
}

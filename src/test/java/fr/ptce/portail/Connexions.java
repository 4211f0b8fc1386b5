package fr.ptce.portail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One login for each account and each application of a JVM: the cookies of the first serve the sessions that follow.
 *
 * <p>For one thread at a time, as Playwright is.
 */
public final class Connexions {

    /** Open to each account. */
    private static final String PAGE_DE_TOUS = "/preferences";

    private static final int OK = 200;

    private static final Map<String, List<Cookie>> COOKIES = new HashMap<>();

    private Connexions() {}

    /**
     * From now on the session of this page is this account's. Shows the login page when nobody has logged in as them, or
     * when they have logged out since.
     *
     * @param racine address of the application, without a slash at its end
     */
    public static void ouvrir(Page page, String racine, String identifiant, String motDePasse) {
        String qui = identifiant + " " + racine;
        List<Cookie> cookies = COOKIES.get(qui);
        if (cookies != null) {
            page.context().addCookies(cookies);
        }
        if (cookies == null || !connecte(page, racine)) {
            seConnecter(page, racine, identifiant, motDePasse);
            COOKIES.put(qui, page.context().cookies());
        }
    }

    private static boolean connecte(Page page, String racine) {
        return page.request()
                        .get(racine + PAGE_DE_TOUS, RequestOptions.create().setMaxRedirects(0))
                        .status()
                == OK;
    }

    private static void seConnecter(Page page, String racine, String identifiant, String motDePasse) {
        page.navigate(racine + "/connexion?retour=" + PAGE_DE_TOUS);
        page.getByLabel("Identifiant").fill(identifiant);
        page.getByLabel("Mot de passe").fill(motDePasse);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se connecter"))
                .click();
        page.waitForURL("**" + PAGE_DE_TOUS);
        // The first page of the webapps gives the token that they want back, once a session.
        page.request().get(racine + "/camunda/app/welcome/default/");
    }
}

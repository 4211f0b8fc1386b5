package fr.ptce.portail;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** A path that is the whole proof of who reads must stay out of caches, of search engines and of other sites. */
public final class Discretion {

    private Discretion() {}

    /** To be called before anything is written. */
    public static void imposer(HttpServletResponse reponse) {
        reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
        reponse.setHeader("Referrer-Policy", "no-referrer");
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}

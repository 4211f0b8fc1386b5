package fr.ptce.moteur.securite;

import java.util.List;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.HstsConfig;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Security headers of the responses. */
class Entetes {

    // form-js sets styles on its elements.
    private static final String CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; frame-ancestors %s; base-uri 'self'; form-action 'self'";

    /** Pages that Cockpit and Tasklist show in a frame of theirs, and what such a page may turn into. */
    private static final List<String> ENCADREES = List.of("/pilotage", "/pilotage/**", "/dossiers/**");

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final String HSTS = "max-age=31536000";

    private final boolean hsts;

    /** @param hsts whether browsers are told to come by HTTPS only; true in production */
    Entetes(boolean hsts) {
        this.hsts = hsts;
    }

    Customizer<HeadersConfigurer<HttpSecurity>> desPages() {
        return entetes ->
                communs(entetes).frameOptions(FrameOptionsConfig::disable).addHeaderWriter(cadre());
    }

    /** The webapps set their own content security policy, with a nonce, and their own cache control. */
    Customizer<HeadersConfigurer<HttpSecurity>> desWebapps() {
        return entetes -> communs(entetes).cacheControl(cache -> cache.disable());
    }

    private HeadersConfigurer<HttpSecurity> communs(HeadersConfigurer<HttpSecurity> entetes) {
        return entetes.frameOptions(FrameOptionsConfig::deny)
                // Behind a proxy that ends TLS the request does not look secure: the profile decides.
                .httpStrictTransportSecurity(HstsConfig::disable)
                .addHeaderWriter(surHttps())
                .addHeaderWriter((requete, reponse) -> reponse.setHeader("Permissions-Policy", PERMISSIONS))
                .addHeaderWriter(provenance());
    }

    private HeaderWriter surHttps() {
        return (requete, reponse) -> {
            if (hsts) {
                reponse.setHeader("Strict-Transport-Security", HSTS);
            }
        };
    }

    /** Nobody shows our pages in a frame, but ourselves those of {@link #ENCADREES}. */
    private static HeaderWriter cadre() {
        RequestMatcher encadrees = CheminsPublics.correspond(ENCADREES);
        return (requete, reponse) -> {
            boolean encadree = encadrees.matches(requete);
            reponse.setHeader("X-Frame-Options", encadree ? "SAMEORIGIN" : "DENY");
            reponse.setHeader("Content-Security-Policy", CSP.formatted(encadree ? "'self'" : "'none'"));
        };
    }

    private static HeaderWriter provenance() {
        RequestMatcher personnels = CheminsPublics.correspond(CheminsPublics.PERSONNELS);
        return (requete, reponse) ->
                reponse.setHeader("Referrer-Policy", personnels.matches(requete) ? "no-referrer" : "same-origin");
    }
}

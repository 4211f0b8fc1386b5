package fr.ptce.moteur.securite;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The only paths of ours that need no login; every other one does. */
public final class CheminsPublics {

    /** Paths whose address holds a personal token: it must not leak by the {@code Referer} header. */
    static final List<String> PERSONNELS =
            List.of("/agenda/*", "/candidater/**", "/lecture/**", "/lien/**", "/mot-de-passe/**", "/suivi/**");

    private static final List<String> OUVERTS = List.of(
            "/",
            "/accessibilite",
            "/accompagner/**",
            "/boite-a-outils/**",
            // Controller of the demo profile only.
            "/courriels/**",
            "/vendor/**",
            "/css/**",
            "/js/**",
            "/images/**",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/actuator/health",
            "/connexion");

    private CheminsPublics() {}

    static RequestMatcher tous() {
        return correspond(Stream.concat(OUVERTS.stream(), PERSONNELS.stream()).toList());
    }

    static RequestMatcher correspond(List<String> motifs) {
        List<RequestMatcher> chemins = motifs.stream()
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .map(RequestMatcher.class::cast)
                .toList();
        return new OrRequestMatcher(chemins);
    }
}

package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who asks, for the duration of the request and on its thread, so that it checks authorizations and
 * tenants. A response written by another thread (streaming) has no such check: read from the engine before.
 *
 * <p>Not on public paths: what a porteur may do with a personal link must not depend on a pilot being logged in to the
 * same browser.
 */
class FiltreMoteur extends OncePerRequestFilter {

    private final IdentityService identites;
    private final RequestMatcher exceptes;

    FiltreMoteur(IdentityService identites, RequestMatcher exceptes) {
        this.identites = identites;
        this.exceptes = exceptes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        // Left by nobody, in principle; a thread of the pool must not lend an identity.
        identites.clearAuthentication();
        Authentication connexion = SecurityContextHolder.getContext().getAuthentication();
        if (connexion != null && connexion.getPrincipal() instanceof Agent agent && !exceptes.matches(requete)) {
            identites.setAuthentication(agent.id(), List.copyOf(agent.groupes()), List.copyOf(agent.territoires()));
        }
        try {
            suite.doFilter(requete, reponse);
        } finally {
            identites.clearAuthentication();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

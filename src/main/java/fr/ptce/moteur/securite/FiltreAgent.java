package fr.ptce.moteur.securite;

import fr.ptce.moteur.interne.SessionDesWebapps;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells Spring Security who is logged in to the webapps. */
class FiltreAgent extends OncePerRequestFilter {

    private final SessionDesWebapps sessions;

    FiltreAgent(SessionDesWebapps sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        sessions.lire(requete).ifPresent(agent -> {
            SecurityContext contexte = SecurityContextHolder.createEmptyContext();
            contexte.setAuthentication(new AgentConnecte(agent));
            SecurityContextHolder.setContext(contexte);
        });
        suite.doFilter(requete, reponse);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

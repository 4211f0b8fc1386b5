package fr.ptce.moteur.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Applies {@link LimiteDesConnexions} to the login of the webapps; our own login page applies it itself. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LimiteDesWebapps extends OncePerRequestFilter {

    private static final String CONNEXION = "/camunda/api/admin/auth/user/";

    private final LimiteDesConnexions limite;

    LimiteDesWebapps(LimiteDesConnexions limite) {
        this.limite = limite;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        String chemin = requete.getRequestURI();
        return !"POST".equals(requete.getMethod()) || !chemin.startsWith(CONNEXION) || !chemin.contains("/login/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (limite.accepte(requete.getRemoteAddr())) {
            suite.doFilter(requete, reponse);
        } else {
            reponse.setHeader("Retry-After", "60");
            reponse.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}

package fr.ptce.moteur.securite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Our controllers under {@code /camunda/api/} answer 401 when the engine knows no current user, even if a filter before
 * them was walked around: the path compared here is the one by which the controller was chosen.
 */
@Configuration
class RefusDesAnonymes implements WebMvcConfigurer {

    private final IdentityService identites;

    RefusDesAnonymes(IdentityService identites) {
        this.identites = identites;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(new Refus()).addPathPatterns("/camunda/api/**");
    }

    private class Refus implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object controleur)
                throws IOException {
            if (identites.getCurrentAuthentication() != null) {
                return true;
            }
            reponse.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
    }
}

package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Asks each controller whom it is open to ({@link OuvertA}) before it is called. One that does not say looks, to everybody,
 * like one that does not exist; so does whatever else might come to answer requests, but files of the site.
 */
@Configuration(proxyBeanMethods = false)
class GardeDesPortes implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(GardeDesPortes.class);

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this);
    }

    /**
     * @throws AccesRefuse for an agent to whom the door is closed
     * @throws AccessDeniedException for somebody who has to log in first
     */
    @Override
    public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object porte) throws IOException {
        if (porte instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (porte instanceof HandlerMethod methode) {
            if (ErrorController.class.isAssignableFrom(methode.getBeanType())) {
                return true;
            }
            List<OuvertA> declarations = declarations(methode);
            declarations.forEach(declaration -> demander(declaration, reponse));
            if (!declarations.isEmpty()) {
                return true;
            }
        }
        LOG.error("Closed, since it does not say whom it is open to: {}", porte);
        reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        return false;
    }

    /** All of them: two on one class do not make it wider. */
    private static List<OuvertA> declarations(HandlerMethod methode) {
        return Stream.of(methode.getBeanType(), methode.getMethod())
                .flatMap(lieu -> AnnotatedElementUtils.findAllMergedAnnotations(lieu, OuvertA.class).stream())
                .toList();
    }

    private static void demander(OuvertA declaration, HttpServletResponse reponse) {
        Authentication connexion = SecurityContextHolder.getContext().getAuthentication();
        Agent agent = connexion != null && connexion.getPrincipal() instanceof Agent connecte ? connecte : null;
        if (declaration.value().admet(agent)) {
            if (declaration.value() == Visiteur.LIEN) {
                imposerLaDiscretion(reponse);
            }
        } else if (agent == null) {
            throw new AccessDeniedException("Nobody is logged in");
        } else {
            throw new AccesRefuse(declaration.refus());
        }
    }

    /** An address that is the whole proof of who reads stays out of caches, of search engines and of other sites. */
    private static void imposerLaDiscretion(HttpServletResponse reponse) {
        reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
        reponse.setHeader("Referrer-Policy", "no-referrer");
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}

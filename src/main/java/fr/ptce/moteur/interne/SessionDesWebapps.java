package fr.ptce.moteur.interne;

import fr.ptce.moteur.Agent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/**
 * The login that Tasklist, Cockpit and our own pages share: the webapps keep it in the HTTP session, and this class reads
 * and writes it there in their way.
 */
@Component
public class SessionDesWebapps {

    private final ProcessEngine moteur;
    private final long dureeDeConfiance;

    SessionDesWebapps(ProcessEngine moteur, CamundaBpmProperties proprietes) {
        this.moteur = moteur;
        var cache = proprietes.getWebapp().getAuth().getCache();
        // Without a time to live the webapps never look at the account again; our pages then do so each time.
        this.dureeDeConfiance = cache.isTtlEnabled() ? cache.getTimeToLive() : 0;
    }

    /**
     * Who is logged in. Groups and territories are read again from the engine when the time to live of
     * {@code camunda.bpm.webapp.auth.cache} is over; a deleted account is logged out.
     *
     * @return empty without a session or a login; no session is created
     */
    public Optional<Agent> lire(HttpServletRequest requete) {
        HttpSession session = requete.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Authentications connexions = AuthenticationUtil.getAuthsFromSession(session);
        AuthenticationUtil.updateCache(connexions, session, dureeDeConfiance);
        return connexions.getAuthenticationForProcessEngine(moteur.getName()) instanceof UserAuthentication connexion
                ? Optional.of(agent(connexion))
                : Optional.empty();
    }

    /**
     * Logs in to the webapps and to our pages at once. The session gets a new id, and what it held is dropped.
     *
     * @param agent somebody whose password has been checked by the caller
     * @throws IllegalArgumentException if the account does not exist
     */
    public void ouvrir(HttpServletRequest requete, Agent agent) {
        UserAuthentication connexion = AuthenticationUtil.createAuthentication(moteur, agent.id(), null, null);
        if (connexion == null) {
            throw new IllegalArgumentException("no such account");
        }
        connexion.setCacheValidationTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plusMillis(dureeDeConfiance)));
        AuthenticationUtil.revalidateSession(requete, connexion);
    }

    private static Agent agent(UserAuthentication connexion) {
        return new Agent(
                connexion.getIdentityId(), ensemble(connexion.getGroupIds()), ensemble(connexion.getTenantIds()));
    }

    private static Set<String> ensemble(List<String> ids) {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }
}

package fr.ptce.moteur.interne;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.Authorization;
import org.camunda.bpm.webapp.impl.security.filter.RequestAuthorizer;

/** Rule of {@code /camunda/api/ptce/**}: somebody must be logged in to the webapps; otherwise 401. */
public class AgentExige implements RequestAuthorizer {

    @Override
    public Authorization authorize(Map<String, String> parametres) {
        Authentications connexions = Authentications.getCurrent();
        Authentication agent =
                connexions == null ? null : connexions.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        return agent == null ? Authorization.denied(Authentication.ANONYMOUS) : Authorization.granted(agent);
    }
}

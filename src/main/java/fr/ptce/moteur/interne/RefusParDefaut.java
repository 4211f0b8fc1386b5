package fr.ptce.moteur.interne;

import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.filter.Authorization;
import org.camunda.bpm.webapp.impl.security.filter.RequestAuthorizer;

/**
 * Last rule of {@code ptce-regles-securite.json}: a path of the webapps' API that no rule names is refused (401), whoever
 * asks. The stock rules let such a path through.
 */
public class RefusParDefaut implements RequestAuthorizer {

    @Override
    public Authorization authorize(Map<String, String> parametres) {
        return Authorization.denied(Authentication.ANONYMOUS);
    }
}

package fr.ptce.moteur.interne;

import fr.ptce.moteur.UtilisateurCourant;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Reads the engine's current authentication. */
@Component
class UtilisateurCourantDuMoteur implements UtilisateurCourant {

    private final IdentityService identityService;

    UtilisateurCourantDuMoteur(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Optional<String> identifiant() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId);
    }
}

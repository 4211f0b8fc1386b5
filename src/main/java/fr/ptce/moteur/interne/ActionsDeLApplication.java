package fr.ptce.moteur.interne;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Takes the engine's current authentication away for the time of an action. */
@Component
class ActionsDeLApplication implements AuNomDeLApplication {

    private final IdentityService identityService;

    ActionsDeLApplication(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public <T> T faire(Supplier<T> action) {
        Authentication avant = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return action.get();
        } finally {
            if (avant != null) {
                identityService.setAuthentication(avant.getUserId(), avant.getGroupIds(), avant.getTenantIds());
            }
        }
    }
}

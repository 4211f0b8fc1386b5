package fr.ptce.moteur.interne;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/** Takes the engine's current authentication, or its checks only, away for the time of an action. */
@Component
class ActionsDeLApplication implements AuNomDeLApplication {

    private final IdentityService identityService;
    private final CommandExecutor commandes;

    ActionsDeLApplication(IdentityService identityService, ProcessEngine moteur) {
        this.identityService = identityService;
        this.commandes = ((ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
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

    @Override
    public <T> T faireEnLeurNom(Supplier<T> action) {
        return commandes.execute(commande -> commande.runWithoutAuthorization(() -> action.get()));
    }
}

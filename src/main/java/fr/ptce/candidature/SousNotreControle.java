package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Runs something in the engine without its authorizations, which know nothing finer than a process definition. Only for
 * what {@link AccesAuxDossiers} has let through.
 */
@Component
class SousNotreControle {

    private final IdentityService identites;

    SousNotreControle(IdentityService identites) {
        this.identites = identites;
    }

    /** Gives what {@code action} gives; afterwards the engine knows again that {@code agent} asks. */
    <T> T lire(Agent agent, Supplier<T> action) {
        identites.clearAuthentication();
        try {
            return action.get();
        } finally {
            identites.setAuthentication(agent.id(), List.copyOf(agent.groupes()), List.copyOf(agent.territoires()));
        }
    }

    /** Same for an action that gives nothing. */
    void faire(Agent agent, Runnable action) {
        lire(agent, () -> {
            action.run();
            return null;
        });
    }
}

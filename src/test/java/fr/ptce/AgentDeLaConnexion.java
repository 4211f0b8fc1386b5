package fr.ptce;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.ptce.moteur.Agent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/** The agent comes from the login: otherwise Spring may make one of the parameters of the request, groups and all. */
final class AgentDeLaConnexion extends ArchCondition<JavaMethod> {

    AgentDeLaConnexion() {
        super("get their agent by @" + AuthenticationPrincipal.class.getSimpleName());
    }

    @Override
    public void check(JavaMethod methode, ConditionEvents constats) {
        methode.getParameters().stream()
                .filter(parametre -> parametre.getRawType().isEquivalentTo(Agent.class)
                        && !parametre.isAnnotatedWith(AuthenticationPrincipal.class))
                .forEach(parametre -> constats.add(SimpleConditionEvent.violated(
                        methode, methode.getFullName() + " takes an agent that the request may make up")));
    }
}

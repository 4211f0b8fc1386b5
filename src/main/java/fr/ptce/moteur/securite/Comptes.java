package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The accounts, as the engine keeps them. */
@Component
class Comptes {

    private final IdentityService identites;

    Comptes(IdentityService identites) {
        this.identites = identites;
    }

    /**
     * Checks a password with the engine, which also counts the failures and makes the account wait.
     *
     * @return empty for an unknown account, a wrong password or an account that must wait: the three look alike, so that
     *     nobody learns which accounts exist
     */
    Optional<Agent> verifier(String identifiant, String motDePasse) {
        identites.clearAuthentication();
        if (identifiant == null || motDePasse == null || !identites.checkPassword(identifiant, motDePasse)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        identites.createUserQuery().userId(identifiant).singleResult())
                .map(this::agent);
    }

    private Agent agent(User compte) {
        Set<String> groupes = identites.createGroupQuery().groupMember(compte.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        Set<String> territoires =
                identites.createTenantQuery().userMember(compte.getId()).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .collect(Collectors.toSet());
        return new Agent(compte.getId(), groupes, territoires);
    }
}

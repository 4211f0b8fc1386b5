package fr.ptce.moteur.securite;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Membres;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The accounts, as the engine keeps them. */
@Component
class Comptes {

    private final IdentityService identites;
    private final Membres membres;

    Comptes(IdentityService identites, Membres membres) {
        this.identites = identites;
        this.membres = membres;
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
        return membres.agent(identifiant);
    }
}

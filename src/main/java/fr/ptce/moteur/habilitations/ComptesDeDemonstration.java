package fr.ptce.moteur.habilitations;

import fr.ptce.annuaire.CompteDeDemonstration;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The made-up accounts of the demonstration; all have the password {@code demo}. They exist in the profile {@code demo}
 * only, and one that is there already is left as it is.
 */
@Component
@Profile("demo")
class ComptesDeDemonstration {

    private static final String MOT_DE_PASSE = "demo";

    private final IdentityService identites;

    ComptesDeDemonstration(IdentityService identites) {
        this.identites = identites;
    }

    void mettreEnPlace() {
        Set<String> presents =
                identites.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
        CompteDeDemonstration.tous().stream()
                .filter(compte -> !presents.contains(compte.id()))
                .forEach(this::creer);
    }

    private void creer(CompteDeDemonstration compte) {
        User utilisateur = identites.newUser(compte.id());
        utilisateur.setFirstName(compte.prenom());
        utilisateur.setLastName(compte.nom());
        utilisateur.setEmail(compte.id() + "@demo.example");
        utilisateur.setPassword(MOT_DE_PASSE);
        identites.saveUser(utilisateur);
        compte.groupes().forEach(groupe -> identites.createMembership(compte.id(), groupe));
    }
}

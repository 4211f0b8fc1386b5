package fr.ptce.moteur;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The people of the engine's groups. */
@Component
public class Membres {

    /** Somebody with an account; never without an e-mail address. */
    public record Membre(String id, String nom, String courriel) {}

    private static final int MAXIMUM = 100;

    private final IdentityService identityService;

    Membres(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** The members of a group who have an e-mail address, by id, a hundred at most; empty for an unknown group. */
    public List<Membre> duGroupe(String groupe) {
        return identityService
                .createUserQuery()
                .memberOfGroup(groupe)
                .orderByUserId()
                .asc()
                .listPage(0, MAXIMUM)
                .stream()
                .filter(personne -> personne.getEmail() != null)
                .map(personne -> new Membre(
                        personne.getId(), personne.getFirstName() + " " + personne.getLastName(), personne.getEmail()))
                .toList();
    }
}

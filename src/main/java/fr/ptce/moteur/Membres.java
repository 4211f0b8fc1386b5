package fr.ptce.moteur;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.UserQuery;
import org.springframework.stereotype.Component;

/** The people of the engine's groups, whoever asks: the caller decides who may read their names. */
@Component
public class Membres {

    /** Somebody with an account; never without an e-mail address. */
    public record Membre(String id, String nom, String courriel) {}

    private static final int MAXIMUM = 100;

    private final IdentityService identityService;
    private final AuNomDeLApplication application;

    Membres(IdentityService identityService, AuNomDeLApplication application) {
        this.application = application;
        this.identityService = identityService;
    }

    /** The members of a group who have an e-mail address, by id, a hundred at most; empty for an unknown group. */
    public List<Membre> duGroupe(String groupe) {
        return lire(identityService
                .createUserQuery()
                .memberOfGroup(groupe)
                .orderByUserId()
                .asc());
    }

    /** People by id, a hundred at most; unknown ones and those without an e-mail address are left out. */
    public Map<String, Membre> parId(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : lire(identityService.createUserQuery().userIdIn(ids.toArray(String[]::new))).stream()
                        .collect(Collectors.toMap(Membre::id, Function.identity()));
    }

    /** Somebody as they would be logged in now; empty when there is no such account. */
    public Optional<Agent> agent(String id) {
        return application.faire(
                () -> identityService.createUserQuery().userId(id).count() == 0
                        ? Optional.empty()
                        : Optional.of(new Agent(id, groupes(id), territoires(id))));
    }

    private Set<String> groupes(String id) {
        return identityService.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private Set<String> territoires(String id) {
        return identityService.createTenantQuery().userMember(id).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
    }

    private List<Membre> lire(UserQuery requete) {
        return application.faire(() -> requete.listPage(0, MAXIMUM)).stream()
                .filter(personne -> personne.getEmail() != null)
                .map(personne -> new Membre(
                        personne.getId(), personne.getFirstName() + " " + personne.getLastName(), personne.getEmail()))
                .toList();
    }
}

package fr.ptce.moteur.habilitations;

import fr.ptce.annuaire.Groupe;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/**
 * Puts the groups, the tenants (one a region) and the grants into the engine. What is there already stays; what an
 * administrator added is left alone.
 */
@Component
class Habilitations {

    private final IdentityService identites;
    private final AuthorizationService autorisations;
    private final Groupes groupes;
    private final Regions regions;

    Habilitations(IdentityService identites, AuthorizationService autorisations, Groupes groupes, Regions regions) {
        this.identites = identites;
        this.autorisations = autorisations;
        this.groupes = groupes;
        this.regions = regions;
    }

    void mettreEnPlace() {
        creerLesGroupes();
        creerLesTerritoires();
        groupes.tous().forEach(this::ouvrirSesTerritoires);
        accorder(Droits.tous());
    }

    private void creerLesGroupes() {
        Map<String, Group> presents = parId(identites.createGroupQuery().list(), Group::getId);
        for (Groupe groupe : groupes.tous()) {
            Group present = presents.get(groupe.id());
            if (present == null || !groupe.nom().equals(present.getName())) {
                Group aEcrire = present == null ? identites.newGroup(groupe.id()) : present;
                aEcrire.setName(groupe.nom());
                aEcrire.setType("WORKFLOW");
                identites.saveGroup(aEcrire);
            }
        }
    }

    private void creerLesTerritoires() {
        Map<String, Tenant> presents = parId(identites.createTenantQuery().list(), Tenant::getId);
        for (Region region : regions.toutes()) {
            if (!presents.containsKey(region.code())) {
                Tenant territoire = identites.newTenant(region.code());
                territoire.setName(region.nom());
                identites.saveTenant(territoire);
            }
        }
    }

    private void ouvrirSesTerritoires(Groupe groupe) {
        if (groupe.territoires().isEmpty()) {
            return;
        }
        Set<String> presents = parId(
                        identites.createTenantQuery().groupMember(groupe.id()).list(), Tenant::getId)
                .keySet();
        territoires(groupe).stream()
                .filter(code -> !presents.contains(code))
                .forEach(code -> identites.createTenantGroupMembership(code, groupe.id()));
    }

    private Collection<String> territoires(Groupe groupe) {
        return groupe.partout() ? regions.toutes().stream().map(Region::code).toList() : groupe.territoires();
    }

    /** Grants what is not granted yet. */
    void accorder(List<Droit> droits) {
        List<Authorization> presents = presents(droits);
        droits.stream()
                .filter(droit -> presents.stream().noneMatch(present -> accorde(present, droit)))
                .forEach(this::accorder);
    }

    /** Takes grants back from groups; does nothing for what is not granted. */
    void retirer(List<Droit> droits) {
        presents(droits).stream()
                .filter(present -> droits.stream().anyMatch(droit -> accorde(present, droit)))
                .forEach(present -> autorisations.deleteAuthorization(present.getId()));
    }

    private List<Authorization> presents(List<Droit> droits) {
        return autorisations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(droits.stream().map(Droit::groupe).distinct().toArray(String[]::new))
                .list();
    }

    private static boolean accorde(Authorization present, Droit droit) {
        return droit.groupe().equals(present.getGroupId())
                && droit.ressource().resourceType() == present.getResourceType()
                && droit.cible().equals(present.getResourceId());
    }

    private void accorder(Droit droit) {
        Authorization autorisation = autorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        autorisation.setGroupId(droit.groupe());
        autorisation.setResource(droit.ressource());
        autorisation.setResourceId(droit.cible());
        autorisation.setPermissions(droit.permissions().toArray(Permission[]::new));
        autorisations.saveAuthorization(autorisation);
    }

    private static <T> Map<String, T> parId(List<T> elements, Function<T, String> id) {
        return elements.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}

package fr.ptce.moteur.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Groupes;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationDeTest
class MiseEnPlaceTest {

    @Autowired
    private MiseEnPlace miseEnPlace;

    @Autowired
    private IdentityService identites;

    @Autowired
    private AuthorizationService autorisations;

    @Autowired
    private FilterService filtres;

    @Test
    void redemarrerNeChangeRien() {
        List<Long> avant = compter();
        miseEnPlace.afterSingletonsInstantiated();
        assertThat(compter()).isEqualTo(avant);
    }

    private List<Long> compter() {
        return List.of(
                identites.createUserQuery().count(),
                identites.createGroupQuery().count(),
                identites.createTenantQuery().count(),
                autorisations.createAuthorizationQuery().count(),
                filtres.createFilterQuery().count());
    }

    @Test
    void unDroitSupprimeRevientAuDemarrageSuivant() {
        Authorization accordee = autorisations
                .createAuthorizationQuery()
                .groupIdIn(Groupes.PILOTES)
                .resourceType(Resources.TASK)
                .singleResult();
        autorisations.deleteAuthorization(accordee.getId());

        miseEnPlace.afterSingletonsInstantiated();

        assertThat(autorisations
                        .createAuthorizationQuery()
                        .groupIdIn(Groupes.PILOTES)
                        .resourceType(Resources.TASK)
                        .singleResult()
                        .isPermissionGranted(Permissions.TASK_WORK))
                .isTrue();
    }

    @Test
    void chaqueRegionEstUnTerritoireEtUnGroupeALesSiens() {
        assertThat(identites.createTenantQuery().count()).isEqualTo(35);
        assertThat(territoires("pilote.bretagne")).containsExactly("53");
        assertThat(territoires("accompagnateur.rhone-alpes")).containsExactly("82");
        assertThat(territoires("pilote.national")).hasSize(35);
        assertThat(territoires("pilote.coorace")).hasSize(35);
        assertThat(territoires("comite")).hasSize(35);
    }

    private List<String> territoires(String utilisateur) {
        return identites.createTenantQuery().userMember(utilisateur).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    @Test
    void laDemonstrationAUnComptePourChaqueRoleAvecLeMotDePasseDemo() {
        assertThat(identites.createUserQuery().count()).isEqualTo(48);
        assertThat(identites.checkPassword("pilote.ile-de-france", "demo")).isTrue();
        assertThat(identites
                        .createUserQuery()
                        .userId("pilote.provence-alpes-cote-d-azur")
                        .singleResult())
                .extracting("firstName", "lastName", "email")
                .containsExactly(
                        "Pilote", "Provence-Alpes-Côte d’Azur", "pilote.provence-alpes-cote-d-azur@demo.example");
    }

    @Test
    void seuleLAdministrationADesDroitsSurLesInstancesParUneDefinition() {
        assertThat(autorisations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .list())
                .filteredOn(droit -> !Groupes.ADMINISTRATION.equals(droit.getGroupId()))
                .isNotEmpty()
                .allSatisfy(droit -> assertThat(droit.getPermissions(Permissions.values()))
                        .containsExactlyInAnyOrder(Permissions.NONE, Permissions.READ));
    }

    @Test
    void unFiltreQuUneVersionPrecedenteMontraitAUnRoleLuiEstRetire() {
        String toutes = filtres.createFilterQuery()
                .filterName("Toutes les tâches que je peux voir")
                .singleResult()
                .getId();
        Authorization ancienne = autorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        ancienne.setGroupId(Groupes.REDACTEURS);
        ancienne.setResource(Resources.FILTER);
        ancienne.setResourceId(toutes);
        ancienne.addPermission(Permissions.READ);
        autorisations.saveAuthorization(ancienne);

        miseEnPlace.afterSingletonsInstantiated();

        assertThat(autorisations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .resourceId(toutes)
                        .list())
                .extracting(Authorization::getGroupId)
                .contains(Groupes.PILOTES)
                .doesNotContain(Groupes.REDACTEURS);
    }

    @Test
    void chaqueGroupeDePilotesRegionauxAUnFiltreEtAucunNEstOuvertATous() {
        assertThat(filtres.createFilterQuery().filterNameLike("Ma région%").count())
                .isEqualTo(34);
        assertThat(autorisations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .resourceId("*")
                        .list())
                .extracting(Authorization::getGroupId)
                .containsOnly(Groupes.ADMINISTRATION);
    }
}

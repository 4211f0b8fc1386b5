package fr.ptce.moteur.securite;

import fr.ptce.ApplicationDeTest;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the HTTP tests of this package share: one context with the default settings, and one ordinary account. */
@ApplicationDeTest
abstract class EssaiSecurite {

    static final String AGENT = "agent.essai";
    static final String MOT_DE_PASSE = "essai-de-connexion";
    static final String GROUPE = "groupe-essai";
    static final String TERRITOIRE = "territoire-essai";
    static final String TACHE = "tache-reservee";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identites;

    @Autowired
    AuthorizationService autorisations;

    @Autowired
    TaskService taches;

    @Autowired
    FilterService filtres;

    @BeforeEach
    void compteOrdinaire() {
        if (identites.createUserQuery().userId(AGENT).count() > 0) {
            return;
        }
        creerCompte(AGENT);
        identites.saveGroup(identites.newGroup(GROUPE));
        identites.createMembership(AGENT, GROUPE);
        Tenant territoire = identites.newTenant(TERRITOIRE);
        identites.saveTenant(territoire);
        identites.createTenantGroupMembership(TERRITOIRE, GROUPE);
        accorder(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        Task tache = taches.newTask(TACHE);
        tache.setName(TACHE);
        tache.setAssignee(AGENT);
        taches.saveTask(tache);
    }

    void creerCompte(String id) {
        User compte = identites.newUser(id);
        compte.setFirstName("Agent");
        compte.setLastName("Essai");
        compte.setEmail(id + "@ptce.test");
        compte.setPassword(MOT_DE_PASSE);
        identites.saveUser(compte);
    }

    void accorder(Resource ressource, String id, Permission... permissions) {
        Authorization droit = autorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        droit.setUserId(AGENT);
        droit.setResource(ressource);
        droit.setResourceId(id);
        droit.setPermissions(permissions);
        autorisations.saveAuthorization(droit);
    }

    ClientHttp anonyme() {
        return new ClientHttp(port);
    }

    ClientHttp agent() {
        return anonyme().connecter(AGENT, MOT_DE_PASSE);
    }

    static final List<String> CHEMINS_PROTEGES = List.of(
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/engine/engine/default/process-instance",
            "/camunda/api/engine/engine/default/user",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/admin/auth/user/default/session",
            "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
            "/camunda/api/ptce/essai",
            "/dossiers/essai",
            "/engine-rest/task");
}

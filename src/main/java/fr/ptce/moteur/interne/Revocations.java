package fr.ptce.moteur.interne;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * REVOKE rows of users on single instances and tasks. The engine lets them win over the grants of the user's groups,
 * and deletes them with the instance or task.
 *
 * <p>Works on the command under way rather than through the services: rows written earlier in the same command count,
 * and the rights of the user whose request it is do not.
 */
final class Revocations {

    private final CommandContext commande;

    Revocations(CommandContext commande) {
        this.commande = commande;
    }

    /** The users from whom the instance was taken away. */
    Set<String> dessaisis(String processInstanceId) {
        Set<String> utilisateurs = new TreeSet<>();
        Consumer<AuthorizationEntity> retenir = ligne -> {
            if (ligne.getUserId() != null) {
                utilisateurs.add(ligne.getUserId());
            }
        };
        enBase(processInstanceId).forEach(retenir);
        entites().getCachedEntitiesByType(AuthorizationEntity.class).stream()
                .filter(ligne -> ligne.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE)
                .filter(ligne -> ligne.getResourceType() == Resources.PROCESS_INSTANCE.resourceType())
                .filter(ligne -> processInstanceId.equals(ligne.getResourceId()))
                .forEach(retenir);
        return utilisateurs;
    }

    /** The users from whom instances were taken away, by instance. */
    Map<String, Set<String>> parInstance() {
        return lire(new AuthorizationQueryImpl()).stream()
                .filter(ligne -> ligne.getUserId() != null)
                .collect(Collectors.groupingBy(
                        AuthorizationEntity::getResourceId,
                        Collectors.mapping(AuthorizationEntity::getUserId, Collectors.toSet())));
    }

    private List<AuthorizationEntity> enBase(String processInstanceId) {
        AuthorizationQueryImpl requete = new AuthorizationQueryImpl();
        requete.resourceId(processInstanceId);
        return lire(requete);
    }

    private List<AuthorizationEntity> lire(AuthorizationQueryImpl requete) {
        requete.authorizationType(Authorization.AUTH_TYPE_REVOKE).resourceType(Resources.PROCESS_INSTANCE);
        List<?> lignes = entites().selectList("selectAuthorizationByQueryCriteria", requete);
        return lignes.stream().map(AuthorizationEntity.class::cast).toList();
    }

    /** Takes a resource away from a user, to be called once a resource and user. */
    void revoquer(String utilisateur, Resource ressource, String id) {
        AuthorizationEntity accordee = trouver(Authorization.AUTH_TYPE_GRANT, utilisateur, ressource, id);
        if (accordee != null) {
            // A grant on the very id would win over the REVOKE.
            entites().delete(accordee);
        }
        if (trouver(Authorization.AUTH_TYPE_REVOKE, utilisateur, ressource, id) == null) {
            AuthorizationEntity ligne = new AuthorizationEntity(Authorization.AUTH_TYPE_REVOKE);
            ligne.setUserId(utilisateur);
            ligne.setResource(ressource);
            ligne.setResourceId(id);
            ligne.removePermission(Permissions.ALL);
            entites().insert(ligne);
        }
    }

    private AuthorizationEntity trouver(int type, String utilisateur, Resource ressource, String id) {
        return commande.getAuthorizationManager()
                .findAuthorizationByUserIdAndResourceId(type, utilisateur, ressource, id);
    }

    private DbEntityManager entites() {
        return commande.getDbEntityManager();
    }
}

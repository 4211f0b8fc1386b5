package fr.ptce.moteur.interne;

import fr.ptce.annuaire.Groupes;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The authorizations that the engine writes by itself. None for the groups of pilots: a row for each task and group made
 * Tasklist unusable at 100,000 tasks (docs/adr/0002). One for the accompagnateurs of a region and for the
 * rédacteurs, who see nothing else and are asked to do few tasks. One for the person who is given a task, unless they are a pilot,
 * whose group reads every task of their region already, or the dossier was taken away from them.
 */
class AutorisationsParPersonne extends DefaultAuthorizationProvider {

    private static final String[] VOIENT_TOUTES_LES_TACHES = {Groupes.PILOTES, Groupes.COMITE, Groupes.ADMINISTRATION};

    /** Everybody may read and change their own profile and password, but not delete their account. */
    @Override
    public AuthorizationEntity[] newUser(User utilisateur) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(
                    utilisateur.getId(),
                    null,
                    Resources.USER,
                    utilisateur.getId(),
                    Permissions.READ,
                    Permissions.UPDATE)
        };
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task tache, String groupe, String type) {
        boolean voitSesTaches = groupe.startsWith(Groupes.ACCOMPAGNATEURS + "-") || groupe.equals(Groupes.REDACTEURS);
        return voitSesTaches ? super.newTaskGroupIdentityLink(tache, groupe, type) : null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task tache, String ancien, String nouveau) {
        return aUneLigne(tache, nouveau) ? super.newTaskAssignee(tache, ancien, nouveau) : null;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task tache, String ancien, String nouveau) {
        return aUneLigne(tache, nouveau) ? super.newTaskOwner(tache, ancien, nouveau) : null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task tache, String utilisateur, String type) {
        return aUneLigne(tache, utilisateur) ? super.newTaskUserIdentityLink(tache, utilisateur, type) : null;
    }

    private static boolean aUneLigne(Task tache, String utilisateur) {
        return utilisateur != null && !estDessaisi(tache, utilisateur) && !voitToutesLesTaches(utilisateur);
    }

    private static boolean estDessaisi(Task tache, String utilisateur) {
        return tache.getProcessInstanceId() != null
                && new Revocations(Context.getCommandContext())
                        .dessaisis(tache.getProcessInstanceId())
                        .contains(utilisateur);
    }

    private static boolean voitToutesLesTaches(String utilisateur) {
        CommandContext commande = Context.getCommandContext();
        return commande.runWithoutAuthorization(() -> commande.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createGroupQuery()
                        .groupMember(utilisateur)
                        .groupIdIn(VOIENT_TOUTES_LES_TACHES)
                        .count()
                > 0);
    }
}

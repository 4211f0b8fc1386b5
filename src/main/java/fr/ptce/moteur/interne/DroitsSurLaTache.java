package fr.ptce.moteur.interne;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * Who may do what with a task, beyond the engine's authorizations: these let every member of a group complete a task that
 * a colleague has taken, and claim for somebody else.
 *
 * <p>Only looks at people: without a current user (jobs, personal links) and inside delegates, the engine itself checks no
 * authorization, and neither does this class. An invisible task (authorizations, tenant) does not exist for the user.
 */
final class DroitsSurLaTache {

    private DroitsSurLaTache() {}

    /** Only the assignee, or an administrator, ends a task. */
    static void exigerLaPriseEnCharge(CommandContext contexte, String tacheId) {
        if (!aControler(contexte)) {
            return;
        }
        TaskEntity tache = visible(contexte, tacheId);
        if (estAdministrateur(contexte) || estResponsable(contexte, tache)) {
            return;
        }
        throw new AuthorizationException(
                tache.getAssignee() == null
                        ? "Prenez d’abord la tâche en charge."
                        : "Cette tâche est prise en charge par une autre personne.");
    }

    /** A candidate, or an administrator, takes a free task for themselves. */
    static void exigerLeDroitDePrendre(CommandContext contexte, String tacheId, String pour) {
        if (!aControler(contexte)) {
            return;
        }
        TaskEntity tache = visible(contexte, tacheId);
        if (!utilisateur(contexte).getUserId().equals(pour)) {
            throw new AuthorizationException("Vous ne pouvez prendre une tâche en charge que pour vous.");
        }
        if (!estAdministrateur(contexte) && !estCandidat(contexte, tache) && !estResponsable(contexte, tache)) {
            throw new AuthorizationException("Cette tâche n’est pas proposée à votre groupe.");
        }
        if (tache.getAssignee() != null && !estResponsable(contexte, tache)) {
            throw new BadUserRequestException("Cette tâche est déjà prise en charge par une autre personne.");
        }
    }

    /**
     * Whether the current user hands their own task back to its group, which needs no right to assign.
     *
     * @throws BadUserRequestException if nobody else could take it
     */
    static boolean estUneRemiseAuGroupe(CommandContext contexte, String tacheId, String nouveauResponsable) {
        if (nouveauResponsable != null || !aControler(contexte)) {
            return false;
        }
        TaskEntity tache = visible(contexte, tacheId);
        if (estAdministrateur(contexte) || !estResponsable(contexte, tache)) {
            return false;
        }
        if (tache.getCandidates().isEmpty()) {
            throw new BadUserRequestException(
                    "Cette tâche n’est proposée à aucun groupe\u00a0: vous ne pouvez pas la remettre.");
        }
        return true;
    }

    /**
     * Reads what belongs to a task for those who may work on it. The engine's own check is then left out: it asks for
     * READ_VARIABLE, which is granted to nobody because it would open the variables of every task of a process.
     */
    static <T> T lire(CommandContext contexte, String tacheId, Supplier<T> lecture) {
        if (!aControler(contexte)) {
            return lecture.get();
        }
        TaskEntity tache = visible(contexte, tacheId);
        if (!estAdministrateur(contexte) && !estCandidat(contexte, tache) && !estResponsable(contexte, tache)) {
            throw new AuthorizationException("Le contenu de cette tâche ne vous est pas ouvert.");
        }
        return contexte.runWithoutAuthorization(() -> lecture.get());
    }

    private static boolean aControler(CommandContext contexte) {
        return contexte.isAuthorizationCheckEnabled() && utilisateur(contexte) != null;
    }

    private static Authentication utilisateur(CommandContext contexte) {
        return contexte.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    }

    /** Asks by a query, under the authorizations and the tenants of the user. */
    private static TaskEntity visible(CommandContext contexte, String tacheId) {
        boolean visible = tacheId != null
                && contexte.getProcessEngineConfiguration()
                                .getTaskService()
                                .createTaskQuery()
                                .taskId(tacheId)
                                .count()
                        == 1;
        if (!visible) {
            throw new AuthorizationException("Cette tâche n’existe plus ou ne vous est pas ouverte.");
        }
        return contexte.getTaskManager().findTaskById(tacheId);
    }

    private static boolean estAdministrateur(CommandContext contexte) {
        return contexte.getAuthorizationManager().isCamundaAdmin(utilisateur(contexte));
    }

    private static boolean estResponsable(CommandContext contexte, TaskEntity tache) {
        return Objects.equals(utilisateur(contexte).getUserId(), tache.getAssignee());
    }

    private static boolean estCandidat(CommandContext contexte, TaskEntity tache) {
        return tache.getCandidates().stream().anyMatch(lien -> designe(lien, utilisateur(contexte)));
    }

    private static boolean designe(IdentityLink lien, Authentication utilisateur) {
        List<String> groupes = utilisateur.getGroupIds();
        return utilisateur.getUserId().equals(lien.getUserId())
                || (groupes != null && lien.getGroupId() != null && groupes.contains(lien.getGroupId()));
    }
}

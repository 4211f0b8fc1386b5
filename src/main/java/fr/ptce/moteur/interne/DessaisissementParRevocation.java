package fr.ptce.moteur.interne;

import fr.ptce.moteur.habilitations.Dessaisissement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** {@link Dessaisissement} by REVOKE authorizations; tasks and called instances to come: {@link SuiviDesDessaisis}. */
@Component
class DessaisissementParRevocation implements Dessaisissement {

    private final CommandExecutor commandes;

    DessaisissementParRevocation(ProcessEngine moteur) {
        this.commandes = ((ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    @Override
    public void dessaisir(String utilisateur, String processInstanceId) {
        Objects.requireNonNull(utilisateur, "utilisateur");
        Objects.requireNonNull(processInstanceId, "processInstanceId");
        commandes.execute(commande -> {
            if (commande.getExecutionManager().findExecutionById(processInstanceId) == null) {
                throw new IllegalArgumentException("No running process instance: " + processInstanceId);
            }
            retirer(commande, utilisateur, processInstanceId);
            return null;
        });
    }

    private static void retirer(CommandContext commande, String utilisateur, String processInstanceId) {
        Revocations revocations = new Revocations(commande);
        if (revocations.dessaisis(processInstanceId).contains(utilisateur)) {
            return;
        }
        revocations.revoquer(utilisateur, Resources.PROCESS_INSTANCE, processInstanceId);
        taches(commande, processInstanceId).forEach(id -> revocations.revoquer(utilisateur, Resources.TASK, id));
        commande.getExecutionManager().findExecutionsByProcessInstanceId(processInstanceId).stream()
                .map(ExecutionEntity::getSubProcessInstance)
                .filter(Objects::nonNull)
                .forEach(appelee -> retirer(commande, utilisateur, appelee.getId()));
    }

    /** Those that the command under way created are not in the database yet. */
    private static Set<String> taches(CommandContext commande, String processInstanceId) {
        Set<String> ids = new TreeSet<>();
        commande.getTaskManager()
                .findTasksByProcessInstanceId(processInstanceId)
                .forEach(tache -> ids.add(tache.getId()));
        commande.getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(tache -> processInstanceId.equals(tache.getProcessInstanceId()))
                .forEach(tache -> ids.add(tache.getId()));
        return ids;
    }

    @Override
    public boolean estDessaisi(String utilisateur, String processInstanceId) {
        return commandes.execute(commande ->
                new Revocations(commande).dessaisis(processInstanceId).contains(utilisateur));
    }

    @Override
    public Map<String, Set<String>> parInstance() {
        return commandes.execute(commande -> new Revocations(commande).parInstance());
    }
}

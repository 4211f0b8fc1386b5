package fr.ptce.moteur.interne;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The engine's task service, which ends a task only for its assignee and with values that its form accepts.
 *
 * <p>Check and change are one command, hence one transaction: a refusal changes nothing.
 */
class ServiceDesTaches extends TaskServiceImpl {

    private final SaisieDeTache saisie;

    ServiceDesTaches(SaisieDeTache saisie) {
        this.saisie = saisie;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        saisie.soumettre(commandExecutor, taskId, variables, controlees -> {
            super.complete(taskId, controlees);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return saisie.soumettre(
                commandExecutor,
                taskId,
                variables,
                controlees -> super.completeWithVariablesInReturn(taskId, controlees, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        boolean rienDeSaisi = variables == null || variables.isEmpty();
        saisie.finir(commandExecutor, taskId, variables, rienDeSaisi, controlees -> {
            super.resolveTask(taskId, controlees);
            return null;
        });
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        handleBpmnError(taskId, errorCode, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        handleBpmnError(taskId, errorCode, errorMessage, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        saisie.finir(commandExecutor, taskId, variables, true, controlees -> {
            super.handleBpmnError(taskId, errorCode, errorMessage, controlees);
            return null;
        });
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        handleEscalation(taskId, escalationCode, null);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        saisie.finir(commandExecutor, taskId, variables, true, controlees -> {
            super.handleEscalation(taskId, escalationCode, controlees);
            return null;
        });
    }

    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(contexte -> {
            DroitsSurLaTache.exigerLeDroitDePrendre(contexte, taskId, userId);
            super.claim(taskId, userId);
            return null;
        });
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        commandExecutor.execute(contexte -> {
            if (DroitsSurLaTache.estUneRemiseAuGroupe(contexte, taskId, userId)) {
                contexte.runWithoutAuthorization(() -> affecter(taskId, userId));
            } else {
                super.setAssignee(taskId, userId);
            }
            return null;
        });
    }

    private Void affecter(String taskId, String userId) {
        super.setAssignee(taskId, userId);
        return null;
    }

    @Override
    public VariableMap getVariablesTyped(String taskId, boolean deserializeValues) {
        return lire(taskId, () -> super.getVariablesTyped(taskId, deserializeValues));
    }

    @Override
    public VariableMap getVariablesTyped(String taskId, Collection<String> variableNames, boolean deserializeValues) {
        return lire(taskId, () -> super.getVariablesTyped(taskId, variableNames, deserializeValues));
    }

    @Override
    public VariableMap getVariablesLocalTyped(String taskId, boolean deserializeValues) {
        return lire(taskId, () -> super.getVariablesLocalTyped(taskId, deserializeValues));
    }

    @Override
    public VariableMap getVariablesLocalTyped(
            String taskId, Collection<String> variableNames, boolean deserializeValues) {
        return lire(taskId, () -> super.getVariablesLocalTyped(taskId, variableNames, deserializeValues));
    }

    @Override
    public Object getVariable(String taskId, String variableName) {
        return lire(taskId, () -> super.getVariable(taskId, variableName));
    }

    @Override
    public Object getVariableLocal(String taskId, String variableName) {
        return lire(taskId, () -> super.getVariableLocal(taskId, variableName));
    }

    // The engine's own signature.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    @Override
    protected <T extends TypedValue> T getVariableTyped(
            String taskId, String variableName, boolean isLocal, boolean deserializeValue) {
        return lire(taskId, () -> super.getVariableTyped(taskId, variableName, isLocal, deserializeValue));
    }

    private <T> T lire(String taskId, Supplier<T> lecture) {
        return commandExecutor.execute(contexte -> DroitsSurLaTache.lire(contexte, taskId, lecture));
    }
}

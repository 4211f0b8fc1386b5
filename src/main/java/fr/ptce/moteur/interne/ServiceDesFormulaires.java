package fr.ptce.moteur.interne;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, with the rules of {@link ServiceDesTaches}. */
class ServiceDesFormulaires extends FormServiceImpl {

    private final SaisieDeTache saisie;

    ServiceDesFormulaires(SaisieDeTache saisie) {
        this.saisie = saisie;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        saisie.soumettre(commandExecutor, taskId, properties, controlees -> {
            super.submitTaskForm(taskId, controlees);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return saisie.soumettre(
                commandExecutor,
                taskId,
                properties,
                controlees -> super.submitTaskFormWithVariablesInReturn(taskId, controlees, deserializeValues));
    }

    @Override
    public TaskFormData getTaskFormData(String taskId) {
        return lire(taskId, () -> super.getTaskFormData(taskId));
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, Collection<String> formVariables, boolean deserializeObjectValues) {
        return lire(taskId, () -> super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues));
    }

    @Override
    public Object getRenderedTaskForm(String taskId) {
        return lire(taskId, () -> super.getRenderedTaskForm(taskId));
    }

    @Override
    public Object getRenderedTaskForm(String taskId, String engineName) {
        return lire(taskId, () -> super.getRenderedTaskForm(taskId, engineName));
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return lire(taskId, () -> super.getDeployedTaskForm(taskId));
    }

    private <T> T lire(String taskId, Supplier<T> lecture) {
        return commandExecutor.execute(contexte -> DroitsSurLaTache.lire(contexte, taskId, lecture));
    }
}

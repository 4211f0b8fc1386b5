package fr.ptce.moteur.interne;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.moteur.ControleDeSaisie;
import fr.ptce.moteur.ControleDeSaisie.Saisie;
import fr.ptce.moteur.SaisieRefusee;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.SerializableValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Has what is given for a task checked against the form deployed with its process. */
final class SaisieDeTache {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ControleDeSaisie controle;

    SaisieDeTache(ControleDeSaisie controle) {
        this.controle = controle;
    }

    /**
     * Ends a task for its assignee, with values that its form accepts: check and change are one command, hence one
     * transaction.
     *
     * @param valeurs may be null: nothing is given
     * @param fin gets what the engine is to store
     * @throws SaisieRefusee if the form refuses the values
     */
    <T> T soumettre(
            CommandExecutor executeur,
            String tacheId,
            Map<String, Object> valeurs,
            Function<Map<String, Object>, T> fin) {
        try {
            return finir(executeur, tacheId, valeurs, false, fin);
        } catch (RefusDansLaCommande e) {
            throw e.refus();
        } catch (ProcessEngineException e) {
            throw refusDUnEcouteur(e);
        }
    }

    /** The engine wraps what a task listener throws: a refusal inside reaches the person as it was said. */
    private static RuntimeException refusDUnEcouteur(ProcessEngineException erreur) {
        for (Throwable cause = erreur.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SaisieRefusee refus) {
                return refus;
            }
        }
        return erreur;
    }

    /**
     * As {@link #soumettre} for the REST resources that answer 400 to a {@link BadUserRequestException}.
     *
     * @param partielle true when fields may be missing
     */
    <T> T finir(
            CommandExecutor executeur,
            String tacheId,
            Map<String, Object> valeurs,
            boolean partielle,
            Function<Map<String, Object>, T> fin) {
        return executeur.execute(contexte -> {
            DroitsSurLaTache.exigerLaPriseEnCharge(contexte, tacheId);
            return fin.apply(controler(contexte, tacheId, valeurs, partielle));
        });
    }

    private Map<String, Object> controler(
            CommandContext contexte, String tacheId, Map<String, Object> valeurs, boolean partielle) {
        TaskEntity tache = tacheId == null ? null : contexte.getTaskManager().findTaskById(tacheId);
        if (tache == null || tache.getTaskDefinition() == null) {
            return valeurs;
        }
        TaskFormData formulaire = contexte.runWithoutAuthorization(
                () -> tache.getTaskDefinition().getTaskFormHandler().createTaskForm(tache));
        if (formulaire.getCamundaFormRef() == null) {
            return valeurs;
        }
        Saisie saisie = new Saisie(
                version(formulaire),
                () -> lire(contexte, tacheId),
                typees(valeurs),
                () -> variables(contexte, tacheId),
                partielle);
        try {
            return aEnregistrer(contexte, controle.verifier(saisie));
        } catch (SaisieRefusee e) {
            throw new RefusDansLaCommande(e);
        }
    }

    /** The engine logs every exception that leaves a command as an error with its trace, except those of this kind. */
    private static final class RefusDansLaCommande extends BadUserRequestException {

        private static final long serialVersionUID = 1L;
        private final transient SaisieRefusee refus;

        RefusDansLaCommande(SaisieRefusee refus) {
            super(refus.getMessage(), refus);
            this.refus = refus;
        }

        SaisieRefusee refus() {
            return refus;
        }
    }

    private static String version(TaskFormData formulaire) {
        CamundaFormRef reference = formulaire.getCamundaFormRef();
        boolean immuable = DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(reference.getBinding());
        return immuable ? formulaire.getDeploymentId() + "/" + reference.getKey() : null;
    }

    private static byte[] lire(CommandContext contexte, String tacheId) {
        InputStream texte = contexte.runWithoutAuthorization(
                () -> contexte.getProcessEngineConfiguration().getFormService().getDeployedTaskForm(tacheId));
        try (texte) {
            return texte.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not deserialized: JSON is read by the form, Java objects by nobody. */
    private static Map<String, Object> variables(CommandContext contexte, String tacheId) {
        return contexte.runWithoutAuthorization(() ->
                typees(contexte.getProcessEngineConfiguration().getTaskService().getVariablesTyped(tacheId, false)));
    }

    private static Map<String, Object> typees(Map<String, Object> valeurs) {
        Map<String, Object> typees = new LinkedHashMap<>();
        if (valeurs instanceof VariableMap variables) {
            variables.keySet().forEach(nom -> typees.put(nom, variables.getValueTyped(nom)));
        } else if (valeurs != null) {
            typees.putAll(valeurs);
        }
        return typees;
    }

    /** Lists and groups are stored as Tasklist stores them, whichever way they came. */
    private static VariableMap aEnregistrer(CommandContext contexte, Map<String, Object> retenues) {
        ValueType json =
                contexte.getProcessEngineConfiguration().getValueTypeResolver().typeForName("json");
        VariableMap variables = Variables.createVariables();
        retenues.forEach((nom, valeur) -> {
            boolean structure = valeur instanceof Collection || valeur instanceof Map;
            variables.put(nom, structure && json instanceof SerializableValueType type ? enJson(type, valeur) : valeur);
        });
        return variables;
    }

    private static TypedValue enJson(SerializableValueType json, Object valeur) {
        try {
            return json.createValueFromSerialized(JSON.writeValueAsString(valeur), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not representable as JSON", e);
        }
    }
}

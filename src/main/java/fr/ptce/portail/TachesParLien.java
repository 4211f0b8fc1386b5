package fr.ptce.portail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.formulaire.Formulaire;
import fr.ptce.formulaire.Formulaires;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * The tasks of people without an account: whoever holds the link may answer, so the engine is used with no current user,
 * even when the browser also holds the session of one.
 */
@Component
class TachesParLien {

    /** Why a link shows no form. */
    enum Fin {
        /** Somebody has answered. */
        REPONDUE,
        /** The process no longer waits for an answer. */
        ABANDONNEE,
        /** The engine has forgotten the task, or never knew it. */
        INCONNUE
    }

    private static final Pattern NOM = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskService taskService;
    private final HistoryService historyService;
    private final IdentityService identityService;
    private final Formulaires formulaires;

    TachesParLien(
            TaskService taskService,
            HistoryService historyService,
            IdentityService identityService,
            Formulaires formulaires) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.identityService = identityService;
        this.formulaires = formulaires;
    }

    /** Empty when the task has ended or is suspended. */
    Optional<Task> ouverte(String id) {
        identityService.clearAuthentication();
        return Optional.ofNullable(
                taskService.createTaskQuery().taskId(id).active().singleResult());
    }

    /** Empty while the task is there, even suspended. */
    Optional<Fin> fin(String id) {
        identityService.clearAuthentication();
        if (taskService.createTaskQuery().taskId(id).count() > 0) {
            return Optional.empty();
        }
        HistoricTaskInstance passee =
                historyService.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        if (passee == null) {
            return Optional.of(Fin.INCONNUE);
        }
        return Optional.of("completed".equals(passee.getDeleteReason()) ? Fin.REPONDUE : Fin.ABANDONNEE);
    }

    Formulaire formulaire(Task tache) {
        identityService.clearAuthentication();
        return formulaires.deLaTache(tache);
    }

    /** Only the variables that the form names: the others are nobody's business outside. */
    Map<String, Object> donnees(Task tache, Formulaire formulaire) {
        identityService.clearAuthentication();
        VariableMap variables = taskService.getVariablesTyped(tache.getId(), noms(formulaire), false);
        Map<String, Object> donnees = new LinkedHashMap<>();
        for (String nom : variables.keySet()) {
            valeur(variables.getValueTyped(nom)).ifPresent(valeur -> donnees.put(nom, valeur));
        }
        return donnees;
    }

    /**
     * Ends the task with these answers.
     *
     * @return false when it has ended in the meantime
     * @throws fr.ptce.formulaire.SoumissionRefusee if its form refuses them; nothing has changed
     */
    boolean repondre(Task tache, Map<String, Object> reponses) {
        identityService.clearAuthentication();
        try {
            taskService.complete(tache.getId(), reponses);
            return true;
        } catch (ProcessEngineException e) {
            // Of two answers at the same moment the second one finds the task gone, here or further down.
            if (fin(tache.getId()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private static Set<String> noms(Formulaire formulaire) {
        Set<String> noms = new HashSet<>();
        try {
            ajouterLesNoms(JSON.readTree(formulaire.texteJson()), noms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form was JSON when it was read", e);
        }
        return noms;
    }

    private static void ajouterLesNoms(JsonNode noeud, Set<String> noms) {
        for (String cle : new String[] {"key", "path", "valuesKey"}) {
            noms.add(noeud.path(cle).asText("").split("\\.", 2)[0]);
        }
        for (JsonNode enfant : noeud) {
            String texte = enfant.asText("");
            if (texte.startsWith("=") || texte.contains("{{")) {
                Matcher matcher = NOM.matcher(texte);
                while (matcher.find()) {
                    noms.add(matcher.group());
                }
            }
            ajouterLesNoms(enfant, noms);
        }
    }

    /** Never deserializes Java; files and objects stay where they are. */
    private static Optional<Object> valeur(TypedValue typee) {
        if (typee instanceof SerializableValue serialisee && serialisee.getValueSerialized() != null) {
            return "json".equals(typee.getType().getName())
                    ? depuisJson(serialisee.getValueSerialized())
                    : Optional.empty();
        }
        boolean simple = typee instanceof PrimitiveValue && !(typee.getValue() instanceof byte[]);
        return simple ? Optional.ofNullable(typee.getValue()) : Optional.empty();
    }

    private static Optional<Object> depuisJson(String texte) {
        try {
            return Optional.ofNullable(JSON.readValue(texte, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A Json variable is not JSON", e);
        }
    }
}

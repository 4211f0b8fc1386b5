package fr.ptce.pilotage;

import fr.ptce.moteur.ProprietesDuModele;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The elements of a diagram in words, and how they follow one another. */
final class Diagramme {

    /** A sequence flow between two elements. */
    record Fleche(String id, String source, String cible) {}

    private static final Map<Class<? extends FlowNode>, String> GENRES = genres();

    private final BpmnModelInstance modele;

    Diagramme(BpmnModelInstance modele) {
        this.modele = modele;
    }

    private static Map<Class<? extends FlowNode>, String> genres() {
        Map<Class<? extends FlowNode>, String> genres = new LinkedHashMap<>();
        genres.put(UserTask.class, "Tâche");
        genres.put(BusinessRuleTask.class, "Table de décision");
        genres.put(CallActivity.class, "Processus appelé");
        genres.put(SubProcess.class, "Partie du processus");
        genres.put(ParallelGateway.class, "Branches en parallèle");
        genres.put(EventBasedGateway.class, "Attente du premier événement");
        genres.put(Gateway.class, "Aiguillage");
        genres.put(StartEvent.class, "Début");
        genres.put(EndEvent.class, "Fin");
        genres.put(BoundaryEvent.class, "Événement pendant une étape");
        genres.put(IntermediateCatchEvent.class, "Attente");
        genres.put(IntermediateThrowEvent.class, "Événement");
        return genres;
    }

    Collection<FlowNode> elements() {
        return modele.getModelElementsByType(FlowNode.class);
    }

    List<Fleche> fleches() {
        return modele.getModelElementsByType(SequenceFlow.class).stream()
                .map(fleche -> new Fleche(
                        fleche.getId(),
                        fleche.getSource().getId(),
                        fleche.getTarget().getId()))
                .toList();
    }

    /** The French name that the diagram gives; for an element without one, its kind. */
    String nom(String element) {
        return noeud(element)
                .map(noeud -> noeud.getName() == null || noeud.getName().isBlank()
                        ? genre(noeud)
                        : noeud.getName().replaceAll("\\s+", " "))
                .orElse(element);
    }

    String genre(String element) {
        return noeud(element).map(Diagramme::genre).orElse("Étape");
    }

    static String genre(FlowNode noeud) {
        return GENRES.entrySet().stream()
                .filter(genre -> genre.getKey().isInstance(noeud))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Traitement automatique");
    }

    boolean estHumaine(String element) {
        return noeud(element).filter(UserTask.class::isInstance).isPresent();
    }

    /** Whether somebody without an account does this task. */
    boolean estExterieure(String element) {
        return noeud(element)
                .flatMap(noeud -> ProprietesDuModele.lire(noeud, "destinataire"))
                .isPresent();
    }

    private Optional<FlowNode> noeud(String element) {
        return Optional.ofNullable(modele.getModelElementById(element))
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast);
    }
}

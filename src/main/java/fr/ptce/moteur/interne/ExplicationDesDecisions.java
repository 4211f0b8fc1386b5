package fr.ptce.moteur.interne;

import fr.ptce.moteur.DecisionsExpliquees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes every evaluation of a decision table inside a process to {@link DecisionsExpliquees}, in the same transaction.
 * The engine's history handler is the one place that knows the rules that fired; the starter registers every bean of that
 * type.
 */
@Component
class ExplicationDesDecisions implements HistoryEventHandler {

    private final ObjectProvider<DecisionsExpliquees> explications;

    ExplicationDesDecisions(ObjectProvider<DecisionsExpliquees> explications) {
        this.explications = explications;
    }

    @Override
    public void handleEvent(HistoryEvent evenement) {
        if (evenement instanceof HistoricDecisionEvaluationEvent evaluation) {
            HistoricDecisionInstanceEntity racine = evaluation.getRootHistoricDecisionInstance();
            evaluation.getRequiredHistoricDecisionInstances().forEach(this::consigner);
            consigner(racine);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> evenements) {
        evenements.forEach(this::handleEvent);
    }

    private void consigner(HistoricDecisionInstanceEntity decision) {
        if (decision.getProcessInstanceId() == null) {
            return;
        }
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(decision.getProcessInstanceId());
        if (instance.getBusinessKey() == null) {
            return;
        }
        DecisionDefinition definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedDecisionDefinitionById(decision.getDecisionDefinitionId());
        explications
                .getObject()
                .consigner(
                        instance.getBusinessKey(),
                        decision.getProcessInstanceId(),
                        decision.getDecisionDefinitionKey(),
                        decision.getDecisionDefinitionName(),
                        definition.getVersion(),
                        entrees(decision.getInputs()),
                        regles(decision),
                        resultat(decision.getOutputs()));
    }

    private static String entrees(List<HistoricDecisionInputInstance> entrees) {
        return entrees.stream()
                .map(entree -> entree.getClauseName() + " : " + valeur(entree.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String resultat(List<HistoricDecisionOutputInstance> sorties) {
        return sorties.stream().map(sortie -> valeur(sortie.getValue())).collect(Collectors.joining(" · "));
    }

    private static String regles(HistoricDecisionInstanceEntity decision) {
        Set<String> regles = new LinkedHashSet<>();
        List<HistoricDecisionOutputInstance> sorties = new ArrayList<>(decision.getOutputs());
        for (HistoricDecisionOutputInstance sortie : sorties) {
            Rule regle = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDmnModelInstanceForDecisionDefinition(decision.getDecisionDefinitionId())
                    .getModelElementById(sortie.getRuleId());
            String description =
                    regle.getDescription() == null ? "" : regle.getDescription().getTextContent();
            regles.add("Règle " + rang(regle) + " : " + description);
        }
        return String.join("\n", regles);
    }

    private static int rang(Rule regle) {
        return 1 + new ArrayList<>(regle.getParentElement().getChildElementsByType(Rule.class)).indexOf(regle);
    }

    private static String valeur(Object valeur) {
        if (valeur == null || valeur.toString().isEmpty()) {
            return "(vide)";
        }
        if (valeur instanceof Boolean vrai) {
            return vrai ? "oui" : "non";
        }
        return valeur.toString();
    }
}

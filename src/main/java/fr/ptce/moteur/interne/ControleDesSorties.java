package fr.ptce.moteur.interne;

import fr.ptce.moteur.SortiesDesTables;
import fr.ptce.moteur.SortiesDesTables.Sortie;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Stops the evaluation of a table that answers what the rooms do not understand ({@link SortiesDesTables}), in a process
 * and outside. An output that no room declares, of a table that somebody deployed for themselves, passes.
 */
@Component
class ControleDesSorties extends AbstractProcessEnginePlugin implements DmnDecisionTableEvaluationListener {

    private final Map<String, Map<String, Sortie>> parTable;

    /** @throws IllegalStateException when two rooms declare the same output */
    ControleDesSorties(List<SortiesDesTables> pieces) {
        this.parTable = pieces.stream()
                .flatMap(piece -> piece.sorties().stream())
                .collect(Collectors.groupingBy(Sortie::table, Collectors.toMap(Sortie::nom, Function.identity())));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration tables = configuration.getDmnEngineConfiguration();
        if (tables == null) {
            tables = new DefaultDmnEngineConfiguration();
            configuration.setDmnEngineConfiguration(tables);
        }
        tables.getCustomPostDecisionTableEvaluationListeners().add(this);
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent evaluation) {
        Map<String, Sortie> attendues =
                parTable.getOrDefault(evaluation.getDecision().getKey(), Map.of());
        for (DmnEvaluatedDecisionRule regle : evaluation.getMatchingRules()) {
            regle.getOutputEntries().values().forEach(sortie -> controler(sortie, attendues));
        }
    }

    private static void controler(DmnEvaluatedOutput sortie, Map<String, Sortie> attendues) {
        Sortie attendue = attendues.get(sortie.getOutputName());
        if (attendue != null) {
            attendue.exiger(sortie.getValue().getValue());
        }
    }
}

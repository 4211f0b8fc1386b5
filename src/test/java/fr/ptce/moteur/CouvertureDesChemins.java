package fr.ptce.moteur;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Records every sequence flow that a test context takes, to say which paths of a process no test walks. */
@TestConfiguration
public class CouvertureDesChemins {

    private static final Set<String> PARCOURUS = ConcurrentHashMap.newKeySet();

    @Bean
    AbstractProcessEnginePlugin releveDesChemins() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.getCustomPreBPMNParseListeners().add(new Releve());
            }
        };
    }

    /** Prints the coverage of a process and returns the flows that were never taken. */
    public static Set<String> cheminsNonParcourus(BpmnModelInstance modele, String processus) {
        Collection<SequenceFlow> tous = modele.getModelElementsByType(SequenceFlow.class);
        Set<String> restants = tous.stream()
                .filter(flux -> !parcouru(flux))
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.printf(
                Locale.ROOT,
                "Coverage of %s: %d of %d sequence flows (%.0f %%)%n",
                processus,
                tous.size() - restants.size(),
                tous.size(),
                100.0 * (tous.size() - restants.size()) / tous.size());
        return restants;
    }

    /** The engine does not take the flows behind an event-based gateway: the event that happens stands for its flow. */
    private static boolean parcouru(SequenceFlow flux) {
        return flux.getSource() instanceof EventBasedGateway
                ? flux.getTarget().getOutgoing().stream().allMatch(suite -> PARCOURUS.contains(suite.getId()))
                : PARCOURUS.contains(flux.getId());
    }

    private static final class Releve extends AbstractBpmnParseListener {
        @Override
        public void parseSequenceFlow(Element element, ScopeImpl portee, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                    execution -> PARCOURUS.add(transition.getId()));
        }
    }
}

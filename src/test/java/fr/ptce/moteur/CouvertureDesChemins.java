package fr.ptce.moteur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Records every sequence flow that the engine of a test takes, to say which paths of a process no test walks; a test
 * class asks for it with {@link TousLesChemins}.
 */
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

    /** Forgets what was taken so far: what one class walks says nothing of another. */
    static void recommencer() {
        PARCOURUS.clear();
    }

    /** Prints the coverage of a process and returns the flows that were never taken, in the order of the diagram. */
    public static List<String> cheminsNonParcourus(String processus) {
        Collection<SequenceFlow> tous = flux(processus);
        List<String> restants = tous.stream()
                .filter(flux -> !parcouru(processus, flux))
                .map(SequenceFlow::getId)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "Coverage of %s: %d of %d sequence flows (%.0f %%)%n",
                processus,
                tous.size() - restants.size(),
                tous.size(),
                100.0 * (tous.size() - restants.size()) / tous.size());
        return restants;
    }

    /** A flow as somebody finds it in the diagram: its id, where it comes from and where it leads. */
    static String enClair(String processus, String id) {
        SequenceFlow flux = flux(processus).stream()
                .filter(candidat -> candidat.getId().equals(id))
                .findFirst()
                .orElseThrow();
        return id + " (" + nom(flux.getSource()) + " → " + nom(flux.getTarget()) + ")";
    }

    private static String nom(FlowNode noeud) {
        return noeud.getName() == null ? noeud.getId() : "« " + noeud.getName() + " »";
    }

    private static Collection<SequenceFlow> flux(String processus) {
        try {
            Resource[] fichiers =
                    new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*/" + processus + ".bpmn");
            if (fichiers.length != 1) {
                throw new IllegalArgumentException("No diagram, or several, for the process " + processus);
            }
            try (InputStream diagramme = fichiers[0].getInputStream()) {
                return Bpmn.readModelFromStream(diagramme).getModelElementsByType(SequenceFlow.class);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine does not take the flows behind an event-based gateway: the event that happens stands for its flow. */
    private static boolean parcouru(String processus, SequenceFlow flux) {
        return flux.getSource() instanceof EventBasedGateway
                ? flux.getTarget().getOutgoing().stream()
                        .allMatch(suite -> PARCOURUS.contains(cle(processus, suite.getId())))
                : PARCOURUS.contains(cle(processus, flux.getId()));
    }

    private static String cle(String processus, String flux) {
        return processus + " " + flux;
    }

    private static final class Releve extends AbstractBpmnParseListener {
        @Override
        public void parseSequenceFlow(Element element, ScopeImpl portee, TransitionImpl transition) {
            String processus = ((ProcessDefinitionEntity) portee.getProcessDefinition()).getKey();
            String cle = cle(processus, transition.getId());
            transition.addListener(
                    ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> PARCOURUS.add(cle));
        }
    }
}

package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the contracts of this room and their diagrams together, both ways. */
class ContratsDesRelancesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-zA-Z]+)(?: [!=]= '[^']*')?}");

    /** Key, messages, and the variables that conditions and timers of the diagram read. */
    static Stream<Arguments> contrats() {
        return Stream.of(
                Arguments.of(CourrielsImmediatsProcess.CLE, Set.of(), Set.of(CourrielsImmediatsProcess.OCCASION)),
                Arguments.of(RelancesQuotidiennesProcess.CLE, Set.of(), Set.of()),
                Arguments.of(
                        EscaladeProcess.CLE,
                        Set.of(EscaladeProcess.ESCALADE_SUIVANTE, EscaladeProcess.TACHE_TERMINEE),
                        Set.of(EscaladeProcess.NIVEAU)),
                Arguments.of(
                        AbsenceProcess.CLE,
                        Set.of(AbsenceProcess.ABSENCE_ANNULEE),
                        Set.of(AbsenceProcess.DEBUT, AbsenceProcess.FIN, AbsenceProcess.RETOUR)));
    }

    @ParameterizedTest
    @MethodSource("contrats")
    void leDiagrammeEtSonContratDisentLaMemeChose(String cle, Set<String> messages, Set<String> variables) {
        BpmnModelInstance modele =
                Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/relance/" + cle + ".bpmn"));

        assertThat(modele.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(cle);
        assertThat(modele.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(messages);
        assertThat(lues(modele)).isEqualTo(variables);
    }

    /** What stands in the text of conditions and timers; delegates are attributes. */
    private static Set<String> lues(BpmnModelInstance modele) {
        Matcher lue = VARIABLE.matcher(Bpmn.convertToString(modele).replaceAll("=\"\\$\\{[^\"]*\"", ""));
        Set<String> variables = new TreeSet<>();
        while (lue.find()) {
            variables.add(lue.group(1));
        }
        return variables;
    }
}

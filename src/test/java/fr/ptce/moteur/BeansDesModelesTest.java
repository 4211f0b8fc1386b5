package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.moteur.Modeles.Diagramme;
import fr.ptce.relance.CarnetDAdresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The beans that the diagrams name are there and can do what they are asked. */
@ApplicationDeTest
class BeansDesModelesTest {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private List<CarnetDAdresses> carnets;

    static List<Diagramme> diagrammes() {
        return Modeles.diagrammes();
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void leCodeEstNommeParUneExpressionDeDelegueEtExiste(Diagramme diagramme) {
        BpmnModelInstance modele = diagramme.modele();
        List<String> fautes = new ArrayList<>();
        for (ServiceTask tache : modele.getModelElementsByType(ServiceTask.class)) {
            exiger(tache.getId(), tache.getCamundaDelegateExpression(), JavaDelegate.class, fautes);
        }
        for (CamundaTaskListener ecouteur : modele.getModelElementsByType(CamundaTaskListener.class)) {
            exiger("écouteur", ecouteur.getCamundaDelegateExpression(), TaskListener.class, fautes);
        }
        for (CamundaExecutionListener ecouteur : modele.getModelElementsByType(CamundaExecutionListener.class)) {
            exiger("écouteur", ecouteur.getCamundaDelegateExpression(), ExecutionListener.class, fautes);
        }
        assertThat(fautes).as("beans de %s", diagramme).isEmpty();
    }

    private void exiger(String element, String expression, Class<?> type, List<String> fautes) {
        Matcher nom = BEAN.matcher(expression == null ? "" : expression);
        boolean existe =
                nom.matches() && contexte.containsBean(nom.group(1)) && contexte.isTypeMatch(nom.group(1), type);
        if (!existe) {
            fautes.add(element + " : " + expression + " n’est pas un " + type.getSimpleName());
        }
    }

    @ParameterizedTest
    @MethodSource("diagrammes")
    void chaquePersonneExterieureEstDansUnCarnetDAdresses(Diagramme diagramme) {
        Set<String> roles = carnets.stream().map(CarnetDAdresses::role).collect(Collectors.toSet());
        assertThat(diagramme.modele().getModelElementsByType(CamundaProperty.class).stream()
                        .filter(propriete -> "destinataire".equals(propriete.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .filter(role -> !roles.contains(role)))
                .as("rôles de %s sans carnet d’adresses", diagramme)
                .isEmpty();
    }
}

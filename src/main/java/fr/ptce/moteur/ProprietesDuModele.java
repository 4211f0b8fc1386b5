package fr.ptce.moteur;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The {@code camunda:property} values that an element of a diagram carries. */
public final class ProprietesDuModele {

    private ProprietesDuModele() {}

    /** Empty when the element has no such property. */
    public static Optional<String> lire(BaseElement element, String nom) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(proprietes -> proprietes.getCamundaProperties().stream())
                .filter(propriete -> nom.equals(propriete.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}

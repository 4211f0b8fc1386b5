package fr.ptce.candidature;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The {@code camunda:property} values that an element of the diagram carries. */
final class ProprietesDuModele {

    private ProprietesDuModele() {}

    /** @throws java.util.NoSuchElementException when the element has no such property */
    static String lire(BaseElement element, String nom) {
        return element
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .filter(propriete -> nom.equals(propriete.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow();
    }
}

package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.formulaire.Ecarts;
import fr.ptce.moteur.Constantes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** Holds {@link CandidatureProcess} and {@code candidature.bpmn} together, both ways. */
class CandidatureContratTest {

    private final BpmnModelInstance modele =
            Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/candidature/candidature.bpmn"));

    @Test
    void laCleEstCelleDuProcessus() {
        assertThat(modele.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(CandidatureProcess.CLE);
    }

    @Test
    void chaqueElementNommeExisteEtChaqueTacheHumaineEstNommee() {
        Set<String> elements = modele.getModelElementsByType(Activity.class).stream()
                .map(Activity::getId)
                .collect(Collectors.toSet());
        modele.getModelElementsByType(Event.class).forEach(evenement -> elements.add(evenement.getId()));
        Set<String> nommes = Constantes.de(CandidatureProcess.Elements.class);
        assertThat(nommes.stream().filter(element -> !elements.contains(element)))
                .as("éléments de CandidatureProcess qui ne sont pas dans le diagramme")
                .isEmpty();
        assertThat(modele.getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .filter(tache -> !nommes.contains(tache)))
                .as("tâches du diagramme que CandidatureProcess ne nomme pas")
                .isEmpty();
    }

    @Test
    void lesMessagesSontLesMemesDesDeuxCotes() {
        assertThat(modele.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(Constantes.de(CandidatureProcess.Messages.class));
    }

    @Test
    void lesEtatsDuDiagrammeSontCeuxDuDossier() {
        Set<String> etats = modele.getModelElementsByType(CamundaProperty.class).stream()
                .filter(propriete -> "etat".equals(propriete.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .collect(Collectors.toSet());
        Set<String> attendus = Arrays.stream(EtatDossier.values())
                .filter(etat -> etat != EtatDossier.DEPOSE)
                .map(EtatDossier::id)
                .collect(Collectors.toSet());
        assertThat(Ecarts.entre("candidature.bpmn", etats, "EtatDossier", attendus))
                .isEmpty();
    }
}

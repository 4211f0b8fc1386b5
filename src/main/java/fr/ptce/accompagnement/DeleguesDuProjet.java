package fr.ptce.accompagnement;

import fr.ptce.accompagnement.AccompagnementProjetProcess.Variables;
import fr.ptce.moteur.ProprietesDuModele;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and execution listeners of {@code accompagnement-projet.bpmn}: bean name = delegate expression. */
@Configuration
class DeleguesDuProjet {

    @Bean
    ExecutionListener noterInstanceDuProjet(ProjetsAccompagnes projets) {
        return execution -> {
            projets.instance(projet(execution), execution.getProcessInstanceId());
            execution.setVariable(Variables.ETAPE, EtatDuProjet.DIAGNOSTIC.id());
        };
    }

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener noterEtatDuProjet(ProjetsAccompagnes projets) {
        return execution -> {
            EtatDuProjet etat = EtatDuProjet.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                    .orElseThrow());
            projets.etat(projet(execution), etat);
            DelegateExecution instance = execution.getProcessInstance();
            if (etat.enMission()) {
                instance.setVariable(Variables.ETAPE, etat.etape().id());
            }
            instance.setVariable(Variables.ABANDONNE, etat == EtatDuProjet.ABANDONNE);
        };
    }

    @Bean
    JavaDelegate apparierLeProjet(AppariementDesProjets appariement) {
        return execution -> appariement.apparier(
                List.of(projet(execution)), Boolean.TRUE.equals(execution.getVariable(Variables.ELARGI)));
    }

    @Bean
    JavaDelegate presenterAccompagnateur(CourriersDuProjet courriers) {
        return execution -> courriers.presenterLAccompagnateur(projet(execution));
    }

    @Bean
    JavaDelegate annoncerArret(ConduiteDuProjet conduite, CourriersDuProjet courriers) {
        return execution -> {
            conduite.constaterLArret(projet(execution));
            courriers.annoncerLArret(projet(execution));
        };
    }

    private static long projet(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.PROJET);
    }
}

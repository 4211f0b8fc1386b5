package fr.ptce.accompagnement;

import fr.ptce.accompagnement.SeminaireProcess.Variables;
import fr.ptce.moteur.ProprietesDuModele;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and execution listeners of {@code seminaire.bpmn}: bean name = delegate expression. */
@Configuration
class DeleguesDuSeminaire {

    @Bean
    ExecutionListener ouvrirSeminaire(Seminaires seminaires) {
        return execution -> {
            long id = seminaires.ouvrir(
                    (String) execution.getVariable(Variables.REGION),
                    (Integer) execution.getVariable(Variables.ANNEE),
                    execution.getProcessInstanceId());
            execution.setProcessBusinessKey(Seminaire.reference(id));
            execution.setVariable(Variables.SEMINAIRE, id);
        };
    }

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener noterEtatDuSeminaire(Seminaires seminaires) {
        return execution -> {
            EtatDuSeminaire etat =
                    EtatDuSeminaire.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                            .orElseThrow());
            seminaires.etat(seminaire(execution), etat);
            execution.getProcessInstance().setVariable(Variables.TENU, etat == EtatDuSeminaire.TENU);
        };
    }

    @Bean
    JavaDelegate constituerListeDesInvites(ConduiteDuSeminaire conduite) {
        return execution -> conduite.constituerLaListe(seminaire(execution));
    }

    @Bean
    JavaDelegate inviterRemplacant(CourriersDuSeminaire courriers) {
        return execution -> courriers.inviterLeRemplacant((Long) execution.getVariable(Variables.INVITE));
    }

    @Bean
    JavaDelegate annoncerReport(CourriersDuSeminaire courriers) {
        return execution -> courriers.annoncerLeReport(seminaire(execution));
    }

    @Bean
    JavaDelegate annoncerAnnulation(CourriersDuSeminaire courriers) {
        return execution -> courriers.annoncerLAnnulation(seminaire(execution));
    }

    private static long seminaire(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.SEMINAIRE);
    }
}

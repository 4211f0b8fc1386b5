package fr.ptce.monographie;

import fr.ptce.monographie.MonographieProcess.Variables;
import fr.ptce.moteur.ProprietesDuModele;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and execution listeners of {@code monographie.bpmn}: bean name = delegate expression. */
@Configuration
class DeleguesDeMonographie {

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener noterEtatDeMonographie(Monographies monographies) {
        return execution -> monographies.etat(
                monographie(execution),
                EtatDeMonographie.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                        .orElseThrow()));
    }

    @Bean
    JavaDelegate figerTexte(ConduiteDeLaMonographie conduite) {
        return execution -> conduite.figer(monographie(execution));
    }

    @Bean
    JavaDelegate noterAccordTacite(ConduiteDeLaMonographie conduite, CourriersDeLaMonographie courriers) {
        return execution -> {
            conduite.accorderTacitement(monographie(execution));
            courriers.annoncerLAccordTacite(monographie(execution));
        };
    }

    @Bean
    JavaDelegate transmettreMonographie(RemiseALEditeur remise) {
        return execution -> remise.remettre(monographie(execution));
    }

    @Bean
    JavaDelegate ouvrirAnalyseTransversale(AnalysesTransversales analyses, AnalyseProcess processus) {
        return execution -> analyses.ouvrir().ifPresent(processus::demarrer);
    }

    @Bean
    JavaDelegate annoncerAbandon(CourriersDeLaMonographie courriers) {
        return execution -> courriers.annoncerLAbandon(monographie(execution));
    }

    private static long monographie(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.MONOGRAPHIE);
    }
}

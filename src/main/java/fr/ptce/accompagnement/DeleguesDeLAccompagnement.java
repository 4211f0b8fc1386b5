package fr.ptce.accompagnement;

import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code recensement-accompagnateur.bpmn}: bean name = delegate expression. */
@Configuration
class DeleguesDeLAccompagnement {

    @Bean
    JavaDelegate inviterAccompagnateur(CourriersDeLAccompagnement courriers) {
        return execution -> courriers.inviter(
                execution.getProcessBusinessKey(),
                new RecensementAccompagnateurProcess.Invitation(
                        (String) execution.getVariable(Variables.NOM),
                        (String) execution.getVariable(Variables.COURRIEL),
                        (String) execution.getVariable(Variables.MESSAGE)));
    }

    @Bean
    JavaDelegate accuserReceptionDeLaFiche(CourriersDeLAccompagnement courriers) {
        return execution -> courriers.accuserReception(accompagnateur(execution));
    }

    @Bean
    JavaDelegate ouvrirCompteDAccompagnateur(RecensementDesAccompagnateurs recensement) {
        return execution ->
                execution.setVariable(Variables.COMPTE, recensement.ouvrirLeCompte(accompagnateur(execution)));
    }

    @Bean
    JavaDelegate souhaiterBienvenue(CourriersDeLAccompagnement courriers) {
        return execution -> courriers.souhaiterBienvenue(accompagnateur(execution));
    }

    @Bean
    JavaDelegate ecrireLeRefusDAccompagnateur(CourriersDeLAccompagnement courriers) {
        return execution -> courriers.ecrireLeRefus(accompagnateur(execution));
    }

    private static long accompagnateur(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.ACCOMPAGNATEUR);
    }
}

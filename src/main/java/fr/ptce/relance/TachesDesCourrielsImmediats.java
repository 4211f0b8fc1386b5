package fr.ptce.relance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code courriels-immediats.bpmn}: bean name = delegate expression. */
@Configuration
class TachesDesCourrielsImmediats {

    @Bean
    JavaDelegate envoyerLienDeSuivi(CourriersDesTaches courriers) {
        return execution -> courriers.envoyerLienDeSuivi(
                execution.getProcessInstanceId(),
                texte(execution, CourrielsImmediatsProcess.CORRESPONDANT),
                execution.getProcessBusinessKey(),
                texte(execution, CourrielsImmediatsProcess.MODELE));
    }

    @Bean
    JavaDelegate inviterARepondre(CourriersDesTaches courriers) {
        return execution -> courriers.inviter(
                execution.getProcessInstanceId(),
                texte(execution, CourrielsImmediatsProcess.TACHE),
                texte(execution, CourrielsImmediatsProcess.MODELE));
    }

    @Bean
    JavaDelegate annoncerAffectation(CourriersDesTaches courriers) {
        return execution -> courriers.annoncer(
                execution.getProcessInstanceId(),
                texte(execution, CourrielsImmediatsProcess.TACHE),
                texte(execution, CourrielsImmediatsProcess.MODELE));
    }

    @Bean
    JavaDelegate accuserReceptionDeLaReponse(CourriersDesTaches courriers) {
        return execution -> courriers.accuserReception(
                execution.getProcessInstanceId(),
                texte(execution, CourrielsImmediatsProcess.TACHE),
                texte(execution, CourrielsImmediatsProcess.NOM_DE_LA_TACHE),
                texte(execution, CourrielsImmediatsProcess.CORRESPONDANT),
                execution.getProcessBusinessKey(),
                texte(execution, CourrielsImmediatsProcess.MODELE),
                texte(execution, CourrielsImmediatsProcess.SAISI_PAR));
    }

    private static String texte(DelegateExecution execution, String nom) {
        return (String) execution.getVariable(nom);
    }
}

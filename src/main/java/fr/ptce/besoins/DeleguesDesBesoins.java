package fr.ptce.besoins;

import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.moteur.ProprietesDuModele;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service tasks and execution listeners of {@code questionnaire-besoins.bpmn} and {@code lancement-besoins.bpmn}:
 * bean name = delegate expression.
 */
@Configuration
class DeleguesDesBesoins {

    @Bean
    JavaDelegate ouvrirQuestionnaire(RecueilDesBesoins recueil, CarnetDesInitiatives carnet) {
        return execution -> {
            Optional<Questionnaire> ouvert = recueil.ouvrir(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable(Variables.LANCE_PAR),
                    Boolean.TRUE.equals(execution.getVariable(Variables.A_NOUVEAU)));
            execution.setVariable(
                    Variables.QUESTIONNAIRE, ouvert.map(Questionnaire::id).orElse(null));
            execution.setVariable(
                    Variables.JOIGNABLE_PAR_COURRIEL, carnet.joignable(execution.getProcessBusinessKey()));
            execution.setVariable(Variables.REPONSES_RECUEILLIES, false);
        };
    }

    @Bean
    JavaDelegate lancerQuestionnaires(LancementDesQuestionnaires lancement) {
        return execution ->
                execution.setVariable(LancementBesoinsProcess.INITIATIVES_RESTANTES, lancement.lancerLaSuite((Long)
                        execution.getVariable(LancementBesoinsProcess.LANCEMENT)));
    }

    @Bean
    JavaDelegate annoncerClotureSansReponse(CourriersDesBesoins courriers) {
        return execution -> courriers.annoncerCloture(questionnaire(execution));
    }

    @Bean
    JavaDelegate envoyerSynthese(CourriersDesBesoins courriers) {
        return execution -> courriers.envoyerSynthese(questionnaire(execution));
    }

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener consignerEtatDuQuestionnaire(RecueilDesBesoins recueil) {
        return execution -> recueil.entrerDansLEtat(
                questionnaire(execution),
                EtatQuestionnaire.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                        .orElseThrow()));
    }

    @Bean
    ExecutionListener consignerOrientation(RecueilDesBesoins recueil) {
        return execution -> recueil.orienter(
                questionnaire(execution),
                ((List<?>) execution.getVariable(Variables.ACCOMPAGNEMENTS_PROPOSES))
                        .stream().map(Object::toString).toList(),
                (String) execution.getVariable(Variables.PRIORITE_PROPOSEE));
    }

    private static long questionnaire(DelegateExecution execution) {
        return (Long) execution.getVariable(Variables.QUESTIONNAIRE);
    }
}

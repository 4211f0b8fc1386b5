package fr.ptce.relance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code absence.bpmn}: bean name = delegate expression. */
@Configuration
class TachesDeLAbsence {

    @Bean
    JavaDelegate confierSesTaches(Remplacements remplacements) {
        return execution -> remplacements.confier(absence(execution));
    }

    @Bean
    JavaDelegate rendreSesTaches(Remplacements remplacements) {
        return execution -> remplacements.rendre(absence(execution));
    }

    private static long absence(DelegateExecution execution) {
        return (Long) execution.getVariable(AbsenceProcess.ABSENCE);
    }
}

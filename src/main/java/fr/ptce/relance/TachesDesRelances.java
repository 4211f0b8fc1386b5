package fr.ptce.relance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code relances-quotidiennes.bpmn}: bean name = delegate expression. */
@Configuration
class TachesDesRelances {

    /** The day is that of the first attempt: one that is tried again after midnight still speaks of it. */
    @Bean
    JavaDelegate prevoirLesRelances(PassageQuotidien passage, Clock horloge) {
        return execution -> {
            LocalDate jour = LocalDate.now(horloge);
            int lots = passage.prevoir(jour);
            execution.setVariable(RelancesQuotidiennesProcess.JOUR, jour.toString());
            execution.setVariable(
                    RelancesQuotidiennesProcess.LOTS,
                    new ArrayList<>(IntStream.rangeClosed(1, lots).boxed().toList()));
        };
    }

    @Bean
    JavaDelegate envoyerLesRelances(EnvoiDesRelances envoi) {
        return execution ->
                envoi.envoyer(jour(execution), (Integer) execution.getVariable(RelancesQuotidiennesProcess.LOT));
    }

    @Bean
    JavaDelegate inscrireLesEscalades(PassageQuotidien passage) {
        return execution -> passage.inscrireLesEscalades();
    }

    @Bean
    JavaDelegate remettreAuGroupe(PassageQuotidien passage) {
        return execution -> passage.remettreAuGroupe();
    }

    private static LocalDate jour(DelegateExecution execution) {
        return LocalDate.parse((String) execution.getVariable(RelancesQuotidiennesProcess.JOUR));
    }
}

package fr.ptce.candidature.importation;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** The service task of {@code import-candidatures.bpmn}: bean name = delegate expression. */
@Configuration
class TachesDImport {

    /**
     * Another import that writes the same dossier at the same time is no failure: told as a lock conflict, the engine
     * takes the batch up again at once, without using up an attempt, and then sees the duplicate.
     */
    @Bean
    JavaDelegate importerLignes(ImportCandidatures imports) {
        return execution -> {
            try {
                boolean restantes = imports.importerLaSuite((Long) execution.getVariable(ImportProcess.LOT));
                execution.setVariable(ImportProcess.LIGNES_RESTANTES, restantes);
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                throw new OptimisticLockingException("Another import writes the same rows: " + e.getMessage());
            }
        };
    }
}

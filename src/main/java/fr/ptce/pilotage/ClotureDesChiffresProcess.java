package fr.ptce.pilotage;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract between {@code cloture-des-chiffres.bpmn} and the code; bean name = delegate expression. */
@Configuration
class ClotureDesChiffresProcess {

    static final String CLE = "cloture-des-chiffres";

    @Bean
    JavaDelegate cloreLesMois(ClotureDesChiffres cloture) {
        return execution -> cloture.clore();
    }
}

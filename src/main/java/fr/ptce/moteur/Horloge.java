package fr.ptce.moteur;

import fr.ptce.base.HeureDeParis;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of the application, in Paris time; a test that plays with time replaces the bean. */
@Configuration(proxyBeanMethods = false)
class Horloge {

    @Bean
    Clock horlogeDeParis() {
        return Clock.system(HeureDeParis.ZONE);
    }
}

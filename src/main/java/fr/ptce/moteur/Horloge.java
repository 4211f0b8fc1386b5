package fr.ptce.moteur;

import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.interne.HorlogeDeDemonstration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock of the application, in Paris time; a test that plays with time has one of its own. */
@Configuration(proxyBeanMethods = false)
class Horloge {

    @Bean
    @Profile("!demo")
    Clock horlogeDeParis() {
        return Clock.system(HeureDeParis.ZONE);
    }

    @Bean
    @Profile("demo")
    HorlogeDeDemonstration horlogeDeDemonstration() {
        return new HorlogeDeDemonstration();
    }
}

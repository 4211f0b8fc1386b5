package fr.ptce;

import fr.ptce.base.HeureDeParis;
import java.util.TimeZone;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** Entry point of the PTCE programme's workflow application. */
@SpringBootApplication(
        // fr.ptce.moteur.securite decides about users, and about /engine-rest.
        exclude = {UserDetailsServiceAutoConfiguration.class, CamundaBpmRestJerseyAutoConfiguration.class})
public class PtceApplication {

    /** The engine's calendars (“at 8 o’clock”) read the time zone of the Java machine. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(HeureDeParis.ZONE));
        SpringApplication.run(PtceApplication.class, args);
    }
}

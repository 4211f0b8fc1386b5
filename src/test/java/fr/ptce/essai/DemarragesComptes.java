package fr.ptce.essai;

import java.time.Duration;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Counts the applications that the tests start. */
final class DemarragesComptes implements SpringApplicationRunListener {

    @Override
    public void ready(ConfigurableApplicationContext contexte, Duration duree) {
        Mesures.noter("application", duree);
    }
}

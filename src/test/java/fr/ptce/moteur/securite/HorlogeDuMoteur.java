package fr.ptce.moteur.securite;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the clock that the engine and the webapps read. */
final class HorlogeDuMoteur {

    private HorlogeDuMoteur() {}

    static void avancerDe(long millisecondes) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plusMillis(millisecondes)));
    }

    static void remettre() {
        ClockUtil.reset();
    }
}

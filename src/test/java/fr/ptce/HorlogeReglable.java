package fr.ptce;

import fr.ptce.base.HeureDeParis;
import fr.ptce.essai.Remise;
import fr.ptce.moteur.interne.HorlogeDeDemonstration;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The clock of the application under test, in Paris: it goes until it is set, then stands still, with that of the engine. */
@TestComponent
@Primary
public final class HorlogeReglable extends Clock implements Remise {

    private final HorlogeDeDemonstration vraie;
    private volatile Instant arretee;

    HorlogeReglable(HorlogeDeDemonstration vraie) {
        this.vraie = vraie;
    }

    public void regler(LocalDate jour, LocalTime heure) {
        arretee = jour.atTime(heure).atZone(HeureDeParis.ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(arretee));
    }

    /** It goes again, and shows the time it is. */
    @Override
    public void remettre() {
        arretee = null;
        vraie.reculer(0);
    }

    @Override
    public Instant instant() {
        Instant reglee = arretee;
        return reglee == null ? vraie.instant() : reglee;
    }

    @Override
    public ZoneId getZone() {
        return HeureDeParis.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Instant reglee = arretee;
        return reglee == null ? vraie.withZone(zone) : fixed(reglee, zone);
    }
}

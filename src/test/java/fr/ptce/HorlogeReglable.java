package fr.ptce;

import fr.ptce.base.HeureDeParis;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock in Paris that stands still until it is set, with that of the engine. */
public final class HorlogeReglable extends Clock {

    private Instant instant;

    public HorlogeReglable(LocalDateTime depart) {
        instant = depart.atZone(HeureDeParis.ZONE).toInstant();
    }

    /** A test that is over gives the engine its time back: {@code ClockUtil.reset()}. */
    public void regler(LocalDate jour, LocalTime heure) {
        instant = jour.atTime(heure).atZone(HeureDeParis.ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return HeureDeParis.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

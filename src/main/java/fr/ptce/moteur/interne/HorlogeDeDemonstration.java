package fr.ptce.moteur.interne;

import fr.ptce.base.HeureDeParis;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of the demonstration, in Paris time. While the demonstration is loaded it goes back, and that of the engine
 * with it: what a newcomer finds has taken days and weeks. From then on it shows the time it is.
 */
public final class HorlogeDeDemonstration extends Clock {

    private static final Set<DayOfWeek> FIN_DE_SEMAINE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Clock reelle = Clock.system(HeureDeParis.ZONE);
    private volatile Duration recul = Duration.ZERO;

    /**
     * Shows the same hour of that many days ago, or of the Friday before when this is a weekend, in summer and in winter.
     *
     * @param jours calendar days; 0 or less for the time it is
     */
    public void reculer(int jours) {
        ZonedDateTime maintenant = ZonedDateTime.now(reelle);
        ZonedDateTime moment = maintenant.minusDays(Math.max(0, jours));
        while (moment.isBefore(maintenant) && FIN_DE_SEMAINE.contains(moment.getDayOfWeek())) {
            moment = moment.minusDays(1);
        }
        recul = Duration.between(moment, maintenant);
        if (recul.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(-recul.toMillis());
        }
    }

    /** Whole days since then, whatever the clock shows; negative for what is to come. */
    public int joursDepuis(Instant moment) {
        return (int) Duration.between(moment, reelle.instant()).toDays();
    }

    @Override
    public Instant instant() {
        return reelle.instant().minus(recul);
    }

    @Override
    public ZoneId getZone() {
        return reelle.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return offset(reelle.withZone(zone), recul.negated());
    }
}

package fr.ptce.base;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time in which the programme counts its days: nothing of ours reads the zone of the machine. */
public final class HeureDeParis {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private HeureDeParis() {}

    /** The day it is in Paris by this clock, whatever its own zone. */
    public static LocalDate aujourdhui(Clock horloge) {
        return LocalDate.now(horloge.withZone(ZONE));
    }
}

package fr.ptce.base;

import java.time.ZoneId;

/** The time in which the programme counts its days: nothing of ours reads the zone of the machine. */
public final class HeureDeParis {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private HeureDeParis() {}
}

package fr.ptce.relance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The working days of the application, for tests of other rooms that need no application. */
public final class CalendrierDEssai {

    private CalendrierDEssai() {}

    /** The working days, as at a moment such as {@code 2026-11-23T09:00:00Z}. */
    public static JoursOuvres le(String moment) {
        return new JoursOuvres(horloge(moment));
    }

    /** A clock that shows that moment. */
    public static Clock horloge(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}

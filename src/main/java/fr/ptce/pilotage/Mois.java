package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import java.time.Instant;
import java.time.YearMonth;

/** Months of Paris as the tables of the figures keep them: 202611 for November 2026. */
final class Mois {

    private static final int ANNEE = 100;

    private Mois() {}

    static int numero(YearMonth mois) {
        return mois.getYear() * ANNEE + mois.getMonthValue();
    }

    static YearMonth de(int numero) {
        return YearMonth.of(numero / ANNEE, numero % ANNEE);
    }

    static YearMonth de(Instant instant) {
        return YearMonth.from(instant.atZone(HeureDeParis.ZONE));
    }

    static Instant debut(YearMonth mois) {
        return mois.atDay(1).atStartOfDay(HeureDeParis.ZONE).toInstant();
    }
}

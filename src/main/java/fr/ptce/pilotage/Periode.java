package fr.ptce.pilotage;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Whole months, those at both ends too; compared with as many months before them.
 *
 * @param du first month
 * @param au last month, not before {@code du}
 */
record Periode(YearMonth du, YearMonth au) {

    /** Before the programme: from here on is everything. */
    private static final YearMonth TOUT = YearMonth.of(2000, 1);

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    Periode {
        if (au.isBefore(du)) {
            throw new IllegalArgumentException(au + " is before " + du);
        }
    }

    /** From the beginning of the programme up to a month. */
    static Periode jusqua(YearMonth mois) {
        return new Periode(TOUT, mois);
    }

    /** Whether there is nothing before it to compare it with. */
    public boolean entiere() {
        return du.equals(TOUT);
    }

    /** As many months, just before. */
    Periode precedente() {
        int mois = (int) du.until(au, ChronoUnit.MONTHS) + 1;
        return new Periode(du.minusMonths(mois), du.minusMonths(1));
    }

    Instant depuis() {
        return Mois.debut(du);
    }

    /** The first moment after it. */
    Instant jusqua() {
        return Mois.debut(au.plusMonths(1));
    }

    /** For example « de janvier 2026 à mars 2026 », « en mars 2026 », « depuis le début ». */
    public String libelle() {
        if (entiere()) {
            return "depuis le début";
        }
        return du.equals(au) ? "en " + enMots(du) : "de " + enMots(du) + " à " + enMots(au);
    }

    /** For example « mars 2026 ». */
    static String enMots(YearMonth mois) {
        return MOIS.format(mois);
    }
}

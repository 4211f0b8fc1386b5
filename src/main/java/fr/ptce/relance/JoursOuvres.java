package fr.ptce.relance;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import fr.ptce.base.HeureDeParis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Working days: Monday to Friday, without the public holidays of France and those that only some regions keep
 * (Alsace-Moselle, overseas). Used by the models as {@code ${joursOuvres.echeance(10, region)}}.
 *
 * <p>A region code that is null, empty or without days of its own means the days of Metropolitan France.
 */
@Component("joursOuvres")
public class JoursOuvres {

    private static final LocalTime FIN_DE_JOURNEE = LocalTime.of(18, 0);
    private static final Set<DayOfWeek> FIN_DE_SEMAINE = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Working days from which on nobody counts them. */
    public static final int LOIN = 60;

    private final HolidayManager nationaux =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
    private final HolidayManager locaux;
    private final Clock horloge;

    JoursOuvres(Clock horloge) {
        this.horloge = horloge;
        try {
            this.locaux = HolidayManager.getInstance(
                    ManagerParameters.create(new ClassPathResource("relance/jours-feries-locaux.xml").getURL()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether people work on that day in that region. */
    public boolean ouvre(LocalDate jour, String codeRegion) {
        return !FIN_DE_SEMAINE.contains(jour.getDayOfWeek())
                && !nationaux.isHoliday(jour)
                && !ferieLocal(jour, codeRegion);
    }

    private boolean ferieLocal(LocalDate jour, String codeRegion) {
        return codeRegion != null && !codeRegion.isBlank() && locaux.isHoliday(jour, codeRegion);
    }

    /**
     * The {@code jours}-th working day after a day; for 0, the day itself if people work then, else the next working
     * day.
     *
     * @param jours number of working days, at least 0
     * @throws IllegalArgumentException when {@code jours} is negative
     */
    public LocalDate ajouter(LocalDate depart, int jours, String codeRegion) {
        if (jours < 0) {
            throw new IllegalArgumentException("A number of working days cannot be negative: " + jours);
        }
        if (jours == 0) {
            return premierOuvre(depart, codeRegion);
        }
        LocalDate jour = depart;
        for (int compte = 0; compte < jours; compte++) {
            jour = premierOuvre(jour.plusDays(1), codeRegion);
        }
        return jour;
    }

    /**
     * The {@code jours}-th working day before a day.
     *
     * @param jours number of working days, at least 1
     * @throws IllegalArgumentException when {@code jours} is not positive
     */
    public LocalDate retrancher(LocalDate depart, int jours, String codeRegion) {
        if (jours < 1) {
            throw new IllegalArgumentException("Not a number of working days to take off: " + jours);
        }
        LocalDate jour = depart;
        for (int compte = 0; compte < jours; ) {
            jour = jour.minusDays(1);
            compte += ouvre(jour, codeRegion) ? 1 : 0;
        }
        return jour;
    }

    private LocalDate premierOuvre(LocalDate jour, String codeRegion) {
        LocalDate ouvre = jour;
        while (!ouvre(ouvre, codeRegion)) {
            ouvre = ouvre.plusDays(1);
        }
        return ouvre;
    }

    /**
     * Working days between a day and a due date: negative before it, 0 on it, positive after it.
     *
     * @return from -{@link #LOIN} to {@link #LOIN}: further away makes no difference to anybody
     */
    public int retard(LocalDate jour, LocalDate echeance, String codeRegion) {
        boolean passee = jour.isAfter(echeance);
        LocalDate fin = passee ? jour : echeance;
        int compte = 0;
        for (LocalDate suivant = (passee ? echeance : jour).plusDays(1);
                !suivant.isAfter(fin) && compte < LOIN;
                suivant = suivant.plusDays(1)) {
            compte += ouvre(suivant, codeRegion) ? 1 : 0;
        }
        return passee ? compte : -compte;
    }

    /** The same for a moment, which falls on a day in Paris time. */
    public int retard(LocalDate jour, Instant echeance, String codeRegion) {
        return retard(jour, LocalDate.ofInstant(echeance, HeureDeParis.ZONE), codeRegion);
    }

    /** Whether people work today in Metropolitan France; used by the models. */
    public boolean aujourdhui() {
        return ouvre(HeureDeParis.aujourdhui(horloge), null);
    }

    /**
     * A due date: the end (18:00, Paris time) of the {@code jours}-th working day after today.
     *
     * @param jours number of working days, at least 0
     * @throws IllegalArgumentException when {@code jours} is negative
     */
    public Date echeance(int jours, String codeRegion) {
        return finDeJournee(ajouter(HeureDeParis.aujourdhui(horloge), jours, codeRegion));
    }

    /** The moment at which a due date falls: 18:00 on that day, Paris time. */
    public static Date finDeJournee(LocalDate jour) {
        return Date.from(jour.atTime(FIN_DE_JOURNEE).atZone(HeureDeParis.ZONE).toInstant());
    }
}

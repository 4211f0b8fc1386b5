package fr.ptce.pilotage;

import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which due dates are how late today, so that a database compares moments only. */
@Component
class SeuilsDeRetard {

    private final JoursOuvres joursOuvres;
    private final Clock horloge;

    SeuilsDeRetard(JoursOuvres joursOuvres, Clock horloge) {
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /**
     * A due date before this moment is at least that late, in the working days of Metropolitan France.
     *
     * @param jours working days; 0 gives now: what is due today at 18:00 is not late at noon
     */
    Instant avant(int jours) {
        if (jours == 0) {
            return horloge.instant();
        }
        LocalDate aujourdhui = HeureDeParis.aujourdhui(horloge);
        LocalDate jour = aujourdhui;
        while (joursOuvres.retard(aujourdhui, jour, Regions.FRANCE) < jours) {
            jour = jour.minusDays(1);
        }
        return jour.plusDays(1).atStartOfDay(HeureDeParis.ZONE).toInstant();
    }
}

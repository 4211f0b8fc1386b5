package fr.ptce.relance;

import fr.ptce.base.HeureDeParis;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When somebody is away, for those who want to give them something to do. */
@Component
public class AbsencesDesAgents {

    /**
     * An absence.
     *
     * @param au last day
     */
    public record Periode(LocalDate du, LocalDate au) {}

    private final Absences absences;
    private final Clock horloge;

    AbsencesDesAgents(Absences absences, Clock horloge) {
        this.absences = absences;
        this.horloge = horloge;
    }

    /**
     * The absence under way or the next one.
     *
     * @param compte id of an account; null for somebody who has none
     */
    public Optional<Periode> prochaine(String compte) {
        return compte == null
                ? Optional.empty()
                : absences.aVenir(List.of(compte), HeureDeParis.aujourdhui(horloge)).stream()
                        .findFirst()
                        .map(absence -> new Periode(absence.du(), absence.au()));
    }
}

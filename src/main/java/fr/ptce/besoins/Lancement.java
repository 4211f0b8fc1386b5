package fr.ptce.besoins;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A launch of questionnaires: prepared, then confirmed, then done in the background.
 *
 * @param campagne code of the call; null for all calls
 * @param selection whether the initiatives were chosen one by one
 * @param regions codes; empty for all of the pilot
 * @param categories ids; empty for all
 * @param echeance last day for an answer; null for the delay of the diagram
 * @param message null for none
 * @param lanceLe when it was confirmed; null before
 * @param termineLe when the last questionnaire was started; null before
 */
record Lancement(
        long id,
        String campagne,
        boolean selection,
        List<String> regions,
        List<String> categories,
        LocalDate echeance,
        String message,
        boolean aNouveau,
        boolean parTelephone,
        String preparePar,
        Instant prepareLe,
        Instant lanceLe,
        Instant termineLe) {

    Lancement {
        regions = List.copyOf(regions);
        categories = List.copyOf(categories);
    }

    public boolean confirme() {
        return lanceLe != null;
    }

    public boolean termine() {
        return termineLe != null;
    }
}

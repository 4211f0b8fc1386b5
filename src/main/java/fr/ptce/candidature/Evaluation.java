package fr.ptce.candidature;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A review of a dossier. The marks go from 0 to 5, one for each goal of the référentiel; they and the recommendation
 * are null until the review is given.
 *
 * @param rang 1 and 2, 3 when the first two diverge
 * @param groupe group asked for the review
 * @param relecteur user who took it, null before
 * @param recommandation {@code retenir}, {@code reserves} or {@code ecarter}
 */
public record Evaluation(
        long id,
        String dossier,
        int rang,
        String groupe,
        String relecteur,
        Integer noteTerritoire,
        String commentaireTerritoire,
        Integer noteCooperations,
        String commentaireCooperations,
        Integer noteEconomie,
        String commentaireEconomie,
        String recommandation,
        Instant demandeeLe,
        Instant rendueLe) {

    public boolean rendue() {
        return rendueLe != null;
    }

    /** Mean of the three marks, 0 to 5; 0 before the review is given. */
    public double moyenne() {
        List<Integer> notes = Stream.of(noteTerritoire, noteCooperations, noteEconomie)
                .filter(Objects::nonNull)
                .toList();
        return notes.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    String recommandationEnClair() {
        return Libelles.recommandation(recommandation);
    }
}

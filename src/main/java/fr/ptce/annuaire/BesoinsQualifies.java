package fr.ptce.annuaire;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What initiatives need, as pilots have qualified it: written by the room of the questionnaires, read by those that
 * answer to the needs.
 */
public interface BesoinsQualifies {

    /**
     * The needs of one initiative.
     *
     * @param initiative its number
     * @param nom name of the initiative
     * @param importances from 1 to 4 by id of the need, the most important first
     * @param stade id of the stage of maturity
     * @param priorite id of the priority that the pilot kept
     */
    record BesoinsDUneInitiative(
            String initiative, String nom, Map<String, Integer> importances, String stade, String priorite) {}

    /**
     * The initiatives of a region that take part in the programme, whose needs are qualified and who did not decline the
     * regional experimentation: 200 at most, high priority first, then by number.
     */
    List<BesoinsDUneInitiative> pretesAExperimenter(String region);

    /** Those of these initiatives whose needs are qualified. */
    List<BesoinsDUneInitiative> des(Collection<String> initiatives);
}

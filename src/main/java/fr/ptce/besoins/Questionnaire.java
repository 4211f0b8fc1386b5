package fr.ptce.besoins;

import java.time.Instant;
import java.util.List;

/**
 * One questionnaire of an initiative, as our table holds it.
 *
 * @param version version of the list of needs that it asks about
 * @param lancePar id of the pilot who launched it; null when the decision on the candidature did
 * @param reponduLe null as long as nobody answered
 * @param reponduPar id of the agent who answered on behalf of the porteur; null when the porteur did
 * @param reponses null as long as nobody answered
 * @param motifInjoignable why it was closed without an answer; else null
 * @param proposes kinds of accompaniment that the table of orientation proposed; empty when none
 * @param retenus kinds of accompaniment that the pilot chose; empty before
 * @param motifCorrection why the pilot departed from the proposal; null when they did not
 */
public record Questionnaire(
        long id,
        String initiative,
        String version,
        EtatQuestionnaire etat,
        String lancePar,
        Instant ouvertLe,
        Instant reponduLe,
        String reponduPar,
        Reponses reponses,
        String motifInjoignable,
        List<String> proposes,
        String prioriteProposee,
        List<String> retenus,
        String priorite,
        String motifCorrection,
        String qualifiePar,
        Instant qualifieLe) {

    public Questionnaire {
        proposes = List.copyOf(proposes);
        retenus = List.copyOf(retenus);
    }

    boolean repondu() {
        return reponduLe != null;
    }
}

package fr.ptce.candidature.importation;

import java.util.Map;

/**
 * One row with its verdict.
 *
 * @param rang number of the row in a spreadsheet: the header is 1
 * @param regionSaisie what the file says, may be null
 * @param region code, null when it is not recognised
 * @param champs fields by the keys of {@code depot-candidature.form}
 * @param message what was corrected or refused, in French; null when there is nothing to say
 * @param cle identity of the candidature, null when the row cannot be imported
 */
record LigneControlee(
        int rang,
        String regionSaisie,
        String region,
        Map<String, Object> champs,
        Verdict verdict,
        String message,
        String cle) {

    LigneControlee doublon(String raison) {
        return new LigneControlee(rang, regionSaisie, region, champs, Verdict.DOUBLON, raison, cle);
    }
}

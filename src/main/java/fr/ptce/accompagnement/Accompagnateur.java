package fr.ptce.accompagnement;

import java.time.Instant;

/**
 * Somebody who accompanies projects, or proposes to.
 *
 * @param motif why they were not retained; null otherwise
 * @param compte id of their account; null before it is opened
 * @param decidePar id of the pilot; null before
 * @param confirmeLe when the person last said that the sheet is right; null before the first year is over
 */
record Accompagnateur(
        long id,
        EtatAccompagnateur etat,
        Fiche fiche,
        Instant deposeLe,
        String decidePar,
        Instant decideLe,
        String motif,
        Instant confirmeLe,
        String compte) {

    /** Number of the sheet, {@code ACC-0042}; business key of its process. */
    String reference() {
        return reference(id);
    }

    static String reference(long id) {
        return "ACC-%04d".formatted(id);
    }
}

package fr.ptce.monographie;

import java.time.Instant;
import java.util.Locale;

/**
 * A monograph of a pôle.
 *
 * @param initiative number of the initiative
 * @param nom name of the initiative
 * @param retiree whether the porteur has withdrawn the initiative since: a pilot decides what becomes of the monograph
 * @param region code, never null; also the tenant of its process
 * @param grille version of the grid
 * @param auteur account; null until somebody is asked
 * @param motif why the author declined, or why it was given up, the latest reason; null when neither happened
 * @param angle what it looks at especially; null until the grid is prepared
 * @param tour round of review, 0 before the first one
 * @param jeton opens the text of the current round to its readers; null between rounds
 * @param instance id of its process instance; null until it starts
 * @param alerte what its pilots must know, such as that the pôle could not be written to; null when nothing
 */
record Monographie(
        long id,
        String initiative,
        String nom,
        boolean retiree,
        String region,
        Milieu milieu,
        GenreDePole genre,
        String grille,
        EtatDeMonographie etat,
        String auteur,
        String motif,
        String angle,
        String documentsSynthese,
        int tour,
        String jeton,
        String instance,
        String alerte,
        Instant ouverteLe,
        Instant valideeLe) {

    private static final String PREFIXE = "MONO-";

    /** {@code MONO-0001}: business key of its processes. */
    public String reference() {
        return reference(id);
    }

    static String reference(long id) {
        return String.format(Locale.ROOT, PREFIXE + "%04d", id);
    }

    /** @throws NumberFormatException when the reference is not that of a monograph */
    static long id(String reference) {
        return Long.parseLong(reference.substring(PREFIXE.length()));
    }

    /** Whether its author may write: while it is written or corrected. */
    public boolean enRedaction() {
        return etat == EtatDeMonographie.REDACTION || etat == EtatDeMonographie.CORRECTIONS;
    }

    /** Whether interviews and documents are still being gathered. */
    public boolean surLeTerrain() {
        return etat == EtatDeMonographie.GRILLE || etat == EtatDeMonographie.TERRAIN;
    }

    public boolean terminee() {
        return etat == EtatDeMonographie.VALIDEE || etat == EtatDeMonographie.ABANDONNEE;
    }
}

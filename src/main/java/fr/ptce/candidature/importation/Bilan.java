package fr.ptce.candidature.importation;

import java.util.Map;

/**
 * Rows of a file by verdict, and how far the import is.
 *
 * @param parVerdict every verdict, 0 when no row has it
 * @param importees rows that are dossiers now
 * @param restantes accepted rows that are not
 */
public record Bilan(Map<Verdict, Integer> parVerdict, int importees, int restantes) {

    public Bilan {
        parVerdict = Map.copyOf(parVerdict);
    }

    /** Rows of the file. */
    public int total() {
        return parVerdict.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows with this verdict. */
    public int nombre(Verdict verdict) {
        return parVerdict.getOrDefault(verdict, 0);
    }

    /** Rows that are, or will be, dossiers. */
    public int acceptees() {
        return nombre(Verdict.ACCEPTEE) + nombre(Verdict.NORMALISEE);
    }
}

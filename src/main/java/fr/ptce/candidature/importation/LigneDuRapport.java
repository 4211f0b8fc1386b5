package fr.ptce.candidature.importation;

/**
 * One row of the report.
 *
 * @param rang number of the row in a spreadsheet: the header is 1
 * @param region code, null when it is not recognised
 * @param regionSaisie what the file says, may be null
 * @param dossier number of the dossier it became, or null
 */
public record LigneDuRapport(
        int rang,
        String regionSaisie,
        String region,
        String initiative,
        String structure,
        Verdict verdict,
        String message,
        String dossier) {}

package fr.ptce.candidature.importation;

import java.util.List;
import java.util.Map;

/**
 * A file as it was read.
 *
 * @param colonnesIgnorees headers that the application does not know, as they were written
 * @param lignes rows that are not blank, in the order of the file
 */
record Tableau(List<String> colonnesIgnorees, List<Ligne> lignes) {

    /**
     * One row.
     *
     * @param rang number of the row in a spreadsheet: the header is 1
     * @param cellules cells that are not blank, by the name of their column
     * @param enTrop cells with a content to the right of the last column
     */
    record Ligne(int rang, Map<String, String> cellules, int enTrop) {

        /** Null when blank. */
        String texte(String colonne) {
            return cellules.get(colonne);
        }
    }
}

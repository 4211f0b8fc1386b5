package fr.ptce.monographie;

import java.util.Collection;

/**
 * How long a text is: a monograph has « une dizaine de pages » (plan of action, axe 1.3), which we read as 8 to 12.
 *
 * @param caracteres with the blanks
 */
record Longueur(long caracteres) {

    /** Characters of a page of our PDF, measured on monographs; its cover and contents are two pages more. */
    static final int PAR_PAGE = 2_400;

    private static final int COUVERTURE_ET_SOMMAIRE = 2;
    private static final int AU_MOINS = 8;
    private static final int AU_PLUS = 12;

    static Longueur de(Collection<String> textes) {
        return new Longueur(textes.stream().mapToLong(String::length).sum());
    }

    /** Pages of the PDF, about. */
    public long pages() {
        return COUVERTURE_ET_SOMMAIRE + Math.round((double) caracteres / PAR_PAGE);
    }

    /** What the author reads of it. */
    public String conseil() {
        if (pages() < AU_MOINS) {
            return "environ " + pages() + " pages\u00a0: une monographie en compte une dizaine";
        }
        return pages() > AU_PLUS
                ? "environ " + pages() + " pages\u00a0: c’est plus que la dizaine attendue"
                : "environ " + pages() + " pages, comme attendu";
    }
}

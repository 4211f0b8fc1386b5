package fr.ptce.courriel;

import java.util.regex.Pattern;

/** Keeps what users wrote from becoming a header of its own. */
final class UneLigne {

    private static final Pattern RUPTURES = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private UneLigne() {}

    /** The value with line breaks and control characters replaced by a space. */
    static String de(String valeur) {
        return RUPTURES.matcher(valeur).replaceAll(" ").strip();
    }

    /** Likewise, and no longer than this many characters. */
    static String de(String valeur, int longueur) {
        String ligne = de(valeur);
        return ligne.length() <= longueur ? ligne : ligne.substring(0, longueur - 1) + "…";
    }
}

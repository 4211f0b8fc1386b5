package fr.ptce.formulaire;

import java.util.regex.Pattern;

/**
 * A pattern of a form, compiled so that Java understands what a browser does (ECMAScript, without flags). What the two
 * languages read differently is refused rather than guessed.
 */
final class MotifDuNavigateur {

    /** After a backslash, beside punctuation: what means the same on both sides, and blanks. */
    private static final String ECHAPPEMENTS = "dDwWsSntrfu";

    private MotifDuNavigateur() {}

    /**
     * To be matched against the whole text.
     *
     * @throws IllegalArgumentException if this is no pattern, or one that the browser would read otherwise
     */
    static Pattern compiler(String motif) {
        StringBuilder java = new StringBuilder();
        boolean classe = false;
        for (int i = 0; i < motif.length(); i++) {
            char c = motif.charAt(i);
            if (c == '\\') {
                i++;
                java.append(echappement(motif, i, classe));
            } else if (classe) {
                classe = c != ']';
                java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else {
                refuserCeQuiDiffere(motif, i);
                classe = c == '[';
                java.append(c == '.' ? "[^\\n\\r\\u2028\\u2029]" : String.valueOf(c));
            }
        }
        return Pattern.compile(java.toString());
    }

    private static String echappement(String motif, int i, boolean classe) {
        char c = i < motif.length() ? motif.charAt(i) : 'Z';
        boolean lettre = Character.isLetterOrDigit(c);
        if (lettre && ECHAPPEMENTS.indexOf(c) < 0 || classe && c == 'S') {
            throw new IllegalArgumentException("Read otherwise by a browser: \\" + c + " in " + motif);
        }
        return switch (c) {
            case 's' -> classe ? Blancs.CLASSE : "[" + Blancs.CLASSE + "]";
            case 'S' -> "[^" + Blancs.CLASSE + "]";
            default -> "\\" + c;
        };
    }

    private static void refuserCeQuiDiffere(String motif, int i) {
        boolean debut = motif.charAt(i) == '^' && i > 0;
        boolean fin = motif.charAt(i) == '$' && i < motif.length() - 1;
        boolean groupe = motif.startsWith("(?", i)
                && !(motif.startsWith("(?:", i) || motif.startsWith("(?=", i) || motif.startsWith("(?!", i));
        boolean possessif = motif.charAt(i) == '+' && i > 0 && "+*?}".indexOf(motif.charAt(i - 1)) >= 0;
        if (debut || fin || groupe || possessif) {
            throw new IllegalArgumentException("Read otherwise by a browser, at " + i + ": " + motif);
        }
    }
}

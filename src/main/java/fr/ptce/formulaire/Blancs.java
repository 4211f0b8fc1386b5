package fr.ptce.formulaire;

/** Blanks as browsers trim them (those of ECMAScript): no-break and narrow ones too, which Java keeps. */
final class Blancs {

    /** Inside of a class of characters of a regular expression. */
    static final String CLASSE =
            "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    private Blancs() {}

    /** Whether there is nothing else. */
    static boolean seulement(String texte) {
        return texte.chars().allMatch(Blancs::estBlanc);
    }

    /** Without the blanks around it. */
    static String retires(String texte) {
        int debut = 0;
        int fin = texte.length();
        while (debut < fin && estBlanc(texte.charAt(debut))) {
            debut++;
        }
        while (fin > debut && estBlanc(texte.charAt(fin - 1))) {
            fin--;
        }
        return texte.substring(debut, fin);
    }

    /** Without any blank. */
    static String tousRetires(String texte) {
        StringBuilder reste = new StringBuilder();
        texte.chars().filter(c -> !estBlanc(c)).forEach(c -> reste.append((char) c));
        return reste.toString();
    }

    private static boolean estBlanc(int c) {
        return (c >= '\t' && c <= '\r') || c == 0xFEFF || Character.isSpaceChar(c);
    }
}

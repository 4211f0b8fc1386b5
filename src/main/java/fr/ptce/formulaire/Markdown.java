package fr.ptce.formulaire;

/** Texts of other people inside a Markdown text of a form: shown as written, never interpreted. */
public final class Markdown {

    private Markdown() {}

    /** Escapes what Markdown, HTML and the form's templates would interpret; a null text is empty. */
    public static String citer(String texte) {
        if (texte == null) {
            return "";
        }
        return texte.strip()
                .replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!|~>])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("\\R", "  \n");
    }

    /** A text as a form of HTML sends it, which ends its lines in two characters, with those of Markdown. */
    public static String recu(String texte) {
        return texte.replace("\r\n", "\n");
    }

    /** The beginning of a text that is longer than {@code maximum} characters. */
    public static String abreger(String texte, int maximum) {
        return texte.length() > maximum ? texte.substring(0, maximum - 1) + "…" : texte;
    }
}

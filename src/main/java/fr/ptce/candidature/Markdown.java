package fr.ptce.candidature;

/** Texts of other people inside a Markdown text of a form: shown as written, never interpreted. */
final class Markdown {

    private Markdown() {}

    /** Escapes what Markdown, HTML and the form's templates would interpret; a null text is empty. */
    static String citer(String texte) {
        if (texte == null) {
            return "";
        }
        return texte.strip()
                .replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!|~>])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("\\R", "  \n");
    }
}

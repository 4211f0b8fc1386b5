package fr.ptce.moteur.securite;

import java.util.regex.Pattern;

/** Where to go after the login: a path of this application, never another site. */
final class Retour {

    static final String ACCUEIL = "/";

    // One slash, then no second one, and no backslash, which browsers read as a slash; no control character.
    private static final Pattern CHEMIN_LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private Retour() {}

    /** The path itself if it is local, otherwise the landing page; null gives the landing page. */
    static String sur(String demande) {
        return demande != null && CHEMIN_LOCAL.matcher(demande).matches() ? demande : ACCUEIL;
    }
}

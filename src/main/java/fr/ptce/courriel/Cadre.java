package fr.ptce.courriel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares the HTML of an e-mail to be shown in a sandboxed frame. */
final class Cadre {

    private static final Pattern TETE = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

    private Cadre() {}

    /** A frame shows no other page: links open beside it. A {@code null} stays null. */
    static String pourIframe(String html) {
        if (html == null) {
            return null;
        }
        Matcher tete = TETE.matcher(html);
        String base = "<base target=\"_blank\">";
        return tete.find() ? html.substring(0, tete.end()) + base + html.substring(tete.end()) : base + html;
    }
}

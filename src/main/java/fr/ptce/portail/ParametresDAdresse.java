package fr.ptce.portail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;

/** What a page keeps in its address, so that a view can be bookmarked and sent. */
public final class ParametresDAdresse {

    private ParametresDAdresse() {}

    /**
     * An address with these parameters, in their order and encoded.
     *
     * @param parametres those that are null are left out
     */
    public static String adresse(String chemin, Map<String, Object> parametres) {
        UriComponentsBuilder adresse = UriComponentsBuilder.fromPath(chemin);
        Map<String, Object> donnes = new LinkedHashMap<>(parametres);
        donnes.values().removeIf(Objects::isNull);
        donnes.keySet().forEach(nom -> adresse.queryParam(nom, "{" + nom + "}"));
        return adresse.encode().buildAndExpand(donnes).toUriString();
    }

    /**
     * A text of the address without the blanks around it, cut when it is too long; null for nothing.
     *
     * <p>PostgreSQL refuses a statement that holds the null character: it is left out.
     */
    public static String texte(String saisie, int maximum) {
        if (saisie == null || saisie.isBlank()) {
            return null;
        }
        String texte = saisie.replace("\0", "").strip();
        return texte.length() > maximum ? texte.substring(0, maximum) : texte;
    }
}

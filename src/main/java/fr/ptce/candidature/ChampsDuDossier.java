package fr.ptce.candidature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a porteur or an import says of a project: the answers to the questions of {@link ChampDuDossier}, by
 * key. Blank texts are null.
 */
public record ChampsDuDossier(Map<String, Object> valeurs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields as a form or a file gives them; the map is copied. */
    public static ChampsDuDossier de(Map<String, ?> soumission) {
        return new ChampsDuDossier(new LinkedHashMap<>(soumission));
    }

    String texte(String cle) {
        Object valeur = valeurs.get(cle);
        if (valeur == null || valeur.toString().isBlank()) {
            return null;
        }
        return valeur.toString().strip();
    }

    Integer entier(String cle) {
        Object valeur = valeurs.get(cle);
        if (valeur instanceof Number nombre) {
            return nombre.intValue();
        }
        return texte(cle) == null ? null : Integer.valueOf(texte(cle));
    }

    boolean vrai(String cle) {
        return Boolean.TRUE.equals(valeurs.get(cle));
    }

    /** The values of a checklist joined by commas, null when none is ticked. */
    String liste(String cle) {
        Object valeur = valeurs.get(cle);
        String jointe = elements(valeur).stream()
                .map(Object::toString)
                .map(String::strip)
                .collect(Collectors.joining(","));
        return jointe.isEmpty() ? null : jointe;
    }

    private static Collection<?> elements(Object valeur) {
        if (valeur == null || valeur.toString().isBlank()) {
            return List.of();
        }
        if (valeur instanceof Collection<?> collection) {
            return collection;
        }
        if (!valeur.toString().startsWith("[")) {
            return List.of(valeur.toString().split(","));
        }
        try {
            return JSON.readValue(valeur.toString(), List.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a list: " + valeur, e);
        }
    }
}

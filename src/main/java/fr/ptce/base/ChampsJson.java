package fr.ptce.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The fields of a form as one text, for a column: texts, numbers, booleans, lists and maps of them, and null. */
public final class ChampsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChampsJson() {}

    /**
     * The fields as an object of JSON.
     *
     * @throws IllegalArgumentException when a value is none of those
     */
    public static String ecrire(Map<String, Object> champs) {
        try {
            return JSON.writeValueAsString(champs);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * The fields that were written so.
     *
     * @throws IllegalStateException when the text is no object of JSON: only {@link #ecrire} writes there
     */
    public static Map<String, Object> lire(String texte) {
        try {
            return JSON.readValue(texte, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

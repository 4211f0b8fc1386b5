package fr.ptce.formulaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Brings values of the engine, of JSON and of web pages to plain Java: text, number, Boolean, List, Map. */
final class Valeurs {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A value that no form field can hold: a file, a serialized Java object. */
    static final Object ILLISIBLE = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    /** Longest JSON text that is parsed; a list of the largest accepted size stays below. */
    private static final int JSON_MAX = 5_000_000;

    private static final Pattern NOMBRE = Pattern.compile("-?\\d{1,15}([.,]\\d{1,10})?");
    private static final String FORMAT_JSON = "application/json";

    private Valeurs() {}

    static Map<String, Object> simples(Map<String, Object> valeurs) {
        Map<String, Object> simples = new LinkedHashMap<>();
        valeurs.forEach((nom, valeur) -> simples.put(nom, simple(valeur)));
        return simples;
    }

    static Object simple(Object valeur) {
        if (valeur instanceof SerializableValue serialisee) {
            return deserialisee(serialisee);
        }
        if (valeur instanceof TypedValue typee) {
            return simple(typee.getValue());
        }
        if (valeur instanceof JsonNode noeud) {
            return JSON.convertValue(noeud, Object.class);
        }
        if (valeur instanceof byte[] || valeur instanceof InputStream) {
            return ILLISIBLE;
        }
        return dejaSimple(valeur) ? valeur : depuisLeTexte(valeur);
    }

    private static boolean dejaSimple(Object valeur) {
        return valeur == null
                || valeur instanceof String
                || valeur instanceof Number
                || valeur instanceof Boolean
                || valeur instanceof Collection
                || valeur instanceof Map
                || valeur == ILLISIBLE;
    }

    /** Never deserializes Java: only JSON is looked into. */
    private static Object deserialisee(SerializableValue valeur) {
        String format = valeur.getSerializationDataFormat();
        boolean json = "json".equals(valeur.getType().getName()) || FORMAT_JSON.equals(format);
        if (json && valeur.getValueSerialized() != null) {
            return depuisJson(valeur.getValueSerialized(), ILLISIBLE);
        }
        if (!valeur.isDeserialized()) {
            return ILLISIBLE;
        }
        return simple(valeur.getValue());
    }

    private static Object depuisLeTexte(Object valeur) {
        String texte = valeur.toString();
        boolean json = texte.startsWith("[") || texte.startsWith("{");
        return json ? depuisJson(texte, valeur) : valeur;
    }

    private static Object depuisJson(String texte, Object sinon) {
        if (texte.length() > JSON_MAX) {
            return ILLISIBLE;
        }
        try {
            return JSON.readValue(texte, Object.class);
        } catch (JsonProcessingException e) {
            return sinon;
        }
    }

    /** A JSON text becomes what it says, when it says a list or a group; anything else stays. */
    static Object structure(Object valeur) {
        return valeur instanceof String texte && (texte.startsWith("[") || texte.startsWith("{"))
                ? depuisJson(texte, valeur)
                : valeur;
    }

    /** The text of a number becomes the number, with a decimal point or comma, and a blank one nothing; anything else stays. */
    static Object nombre(Object valeur) {
        if (!(valeur instanceof String texte)) {
            return valeur;
        }
        if (Blancs.seulement(texte)) {
            return null;
        }
        if (!NOMBRE.matcher(Blancs.retires(texte)).matches()) {
            return valeur;
        }
        BigDecimal nombre = new BigDecimal(Blancs.retires(texte).replace(',', '.'));
        boolean entier = nombre.stripTrailingZeros().scale() <= 0
                && nombre.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        if (entier) {
            return nombre.intValue();
        }
        return nombre.doubleValue();
    }

    /** Whether this is the text of a number with a decimal point or comma: {@code 1.000} may mean a thousand. */
    static boolean aDesDecimales(String texte) {
        String nombre = Blancs.retires(texte);
        return NOMBRE.matcher(nombre).matches() && (nombre.indexOf(',') >= 0 || nombre.indexOf('.') >= 0);
    }

    static boolean estVide(Object valeur) {
        return valeur == null
                || (valeur instanceof String texte && Blancs.seulement(texte))
                || (valeur instanceof Collection<?> liste && liste.isEmpty())
                || (valeur instanceof Map<?, ?> groupe && groupe.isEmpty());
    }

    /** What a field that is not shown may hold: nothing, or a box left unticked. */
    static boolean sansContenu(Object valeur) {
        return estVide(valeur) || Boolean.FALSE.equals(valeur);
    }

    static boolean memeValeur(Object une, Object autre) {
        if (sansContenu(une) && sansContenu(autre)) {
            return true;
        }
        if (estFini(une) && estFini(autre)) {
            return decimal(une).compareTo(decimal(autre)) == 0;
        }
        return Objects.equals(une, autre)
                || (!(une instanceof Collection) && texte(une).equals(texte(autre)));
    }

    /** Whether this is a number, neither NaN nor infinite. */
    static boolean estFini(Object valeur) {
        boolean flottant = valeur instanceof Double || valeur instanceof Float;
        return valeur instanceof Number nombre && (!flottant || Double.isFinite(nombre.doubleValue()));
    }

    /** @throws NumberFormatException for NaN and infinities */
    static BigDecimal decimal(Object nombre) {
        return new BigDecimal(nombre.toString());
    }

    static String texte(Object valeur) {
        return Objects.toString(valeur, "");
    }

    static Object lire(Map<String, Object> donnees, List<String> chemin) {
        Object valeur = donnees;
        for (String segment : chemin) {
            valeur = valeur instanceof Map<?, ?> groupe ? groupe.get(segment) : null;
        }
        return valeur;
    }

    static boolean contient(Map<String, Object> donnees, List<String> chemin) {
        Object parent = lire(donnees, chemin.subList(0, chemin.size() - 1));
        return parent instanceof Map<?, ?> groupe && groupe.containsKey(chemin.get(chemin.size() - 1));
    }

    /** Copies the groups on the way, so that the maps of the caller never change. */
    static void poser(Map<String, Object> donnees, List<String> chemin, Object valeur) {
        String premier = chemin.get(0);
        if (chemin.size() == 1) {
            donnees.put(premier, valeur);
            return;
        }
        Map<String, Object> groupe = new LinkedHashMap<>();
        if (donnees.get(premier) instanceof Map<?, ?> existant) {
            existant.forEach((cle, v) -> groupe.put(String.valueOf(cle), v));
        }
        poser(groupe, chemin.subList(1, chemin.size()), valeur);
        donnees.put(premier, groupe);
    }

    static Map<String, Object> groupe(Map<?, ?> brut) {
        Map<String, Object> groupe = new LinkedHashMap<>();
        brut.forEach((cle, valeur) -> groupe.put(String.valueOf(cle), simple(valeur)));
        return groupe;
    }
}

package fr.ptce.portail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.ptce.formulaire.Formulaire;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * What {@code templates/portail/formulaire.html} needs to show a form.
 *
 * @param titre name of the form for screen readers
 * @param schema JSON of the form, safe inside a {@code script} element
 * @param donnees JSON object of the values to start with, safe inside a {@code script} element
 * @param envoi path that the answers are posted to, as JSON; it answers {@code {"suite":"/path"}}, or 422 with a
 *     {@link fr.ptce.formulaire.ReponseDeFormulaire}, or another status with {@code {"message":"…"}}; null for a form that is read only
 * @param brouillon path that drafts are put to, as JSON; null when drafts are not kept
 * @param bouton text of the button
 */
public record VueDeFormulaire(
        String titre, String schema, String donnees, String envoi, String brouillon, String bouton) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * A form without drafts, with the button « Envoyer ».
     *
     * @param donnees values by key, as plain Java; empty for a blank form
     * @throws IllegalArgumentException if a value cannot be written as JSON
     */
    public static VueDeFormulaire de(String titre, Formulaire formulaire, Map<String, Object> donnees, String envoi) {
        return new VueDeFormulaire(titre, proteger(formulaire.texteJson()), ecrire(donnees), envoi, null, "Envoyer");
    }

    /** Answers that were given to a form, to be read only. */
    static VueDeFormulaire enLecture(ReponseDeTache reponse) {
        return new VueDeFormulaire(
                reponse.nom(), proteger(reponse.formulaire()), ecrire(reponse.contenu()), null, null, null);
    }

    /** The same form, whose drafts are put to this path. */
    public VueDeFormulaire avecBrouillon(String adresse) {
        return new VueDeFormulaire(titre, schema, donnees, envoi, adresse, bouton);
    }

    /**
     * The same form, in which a choice offers some of its values only.
     *
     * @param cle key of a field with static values
     * @param gardees values that stay
     */
    public VueDeFormulaire avecOptions(String cle, Set<String> gardees) {
        try {
            ObjectNode lu = (ObjectNode) JSON.readTree(schema);
            for (JsonNode composant : lu.withArray("components")) {
                if (cle.equals(composant.path("key").asText())) {
                    retirer(composant.withArray("values").elements(), gardees);
                }
            }
            return new VueDeFormulaire(titre, proteger(lu.toString()), donnees, envoi, brouillon, bouton);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void retirer(Iterator<JsonNode> options, Set<String> gardees) {
        while (options.hasNext()) {
            if (!gardees.contains(options.next().path("value").asText())) {
                options.remove();
            }
        }
    }

    /** The same form with another text on its button. */
    public VueDeFormulaire avecBouton(String texte) {
        return new VueDeFormulaire(titre, schema, donnees, envoi, brouillon, texte);
    }

    private static String ecrire(Map<String, Object> donnees) {
        try {
            return proteger(JSON.writeValueAsString(donnees));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable as JSON", e);
        }
    }

    /** In JSON, {@code <} only stands in texts, where this escape means the same and ends no element. */
    private static String proteger(String json) {
        return json.replace("<", "\\u003c");
    }
}

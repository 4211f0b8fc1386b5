package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A form of form-js 1.8.7 (schema version 16), as the server reads it: what Tasklist and the public page let a person
 * enter, checked again here because what arrives may come from anywhere.
 *
 * <p>Immutable. Values may be those of the engine (typed or not), of JSON, or texts of a web page. A field of the form
 * that is absent from a submission counts as left empty, whatever the context holds.
 */
public final class Formulaire {

    private final String texteJson;
    private final String id;
    private final List<Noeud> noeuds;
    private final boolean contexteUtile;
    private final Clock horloge;

    /** @throws IllegalArgumentException if the schema is no form, or has something that the server cannot check */
    Formulaire(String texteJson, JsonNode schema, Clock horloge) {
        if (!schema.path("components").isArray()) {
            throw new IllegalArgumentException("Not a form: no list of components");
        }
        LecteurDeSchema lecteur = new LecteurDeSchema();
        this.texteJson = texteJson;
        this.id = schema.path("id").asText();
        this.noeuds = lecteur.lire(schema.path("components"));
        this.contexteUtile = lecteur.contexteUtile();
        this.horloge = horloge;
    }

    /** Id of the schema, which {@code camunda:formRef} names; empty when it has none. */
    public String id() {
        return id;
    }

    /** The schema as it was read, for the browser. */
    public String texteJson() {
        return texteJson;
    }

    /** The fields that hold a value, in the order of the form; groups are flattened into paths. */
    public List<Champ> champs() {
        return noeuds.stream().map(Noeud::champ).toList();
    }

    /** False when no rule of this form looks at other variables, so that they need not be loaded. */
    public boolean contexteUtile() {
        return contexteUtile;
    }

    /**
     * Checks a submission that is meant to be complete.
     *
     * @param contexte other variables that expressions, read-only fields and lists of options see
     * @return the errors in the order of the form, then the unknown fields; empty when all is well
     */
    public List<ErreurDeChamp> valider(Map<String, Object> soumission, Map<String, Object> contexte) {
        return verifier(soumission, contexte, false).erreurs();
    }

    /** As {@link #valider}, but nothing is missing: for drafts and for tasks that end by an error. */
    public List<ErreurDeChamp> validerPartiel(Map<String, Object> soumission, Map<String, Object> contexte) {
        return verifier(soumission, contexte, true).erreurs();
    }

    /**
     * What is to be kept of a submission: the visible fields that can be edited and that it contains, as plain Java (text,
     * Integer or Double, Boolean, List, Map). Says nothing about their validity.
     */
    public Map<String, Object> retenir(Map<String, Object> soumission, Map<String, Object> contexte) {
        return verifier(soumission, contexte, true).retenues();
    }

    /** As {@link #retenir(Map, Map)} when there is no other variable. */
    public Map<String, Object> retenir(Map<String, Object> soumission) {
        return retenir(soumission, Map.of());
    }

    /**
     * Checks a submission that is meant to be complete, then gives what is to be kept of it.
     *
     * @throws SoumissionRefusee with the errors of {@link #valider}, when there are some
     */
    public Map<String, Object> accepter(Map<String, Object> soumission, Map<String, Object> contexte) {
        List<ErreurDeChamp> erreurs = valider(soumission, contexte);
        if (!erreurs.isEmpty()) {
            throw new SoumissionRefusee(erreurs);
        }
        return retenir(soumission, contexte);
    }

    private Verification verifier(Map<String, Object> soumission, Map<String, Object> contexte, boolean partielle) {
        return new Verification(noeuds, soumission, contexte, new RegleDeChamp(horloge), partielle);
    }
}

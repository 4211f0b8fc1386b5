package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flattens the components of a form-js schema into the fields that hold values. */
final class LecteurDeSchema {

    private static final Set<String> SANS_VALEUR =
            Set.of("text", "html", "image", "separator", "spacer", "button", "table", "iframe", "documentPreview");
    private static final Set<String> AVEC_VALEUR = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "taglist",
            "radio",
            "select",
            "expression",
            "dynamiclist");

    /** Whether an expression was met that may read variables other than the submitted ones. */
    private boolean contexteUtile;

    /**
     * @throws IllegalArgumentException if a component has an unknown type, two fields share a key, an expression or a
     *     pattern is wrong
     */
    List<Noeud> lire(JsonNode composants) {
        List<Noeud> noeuds = new ArrayList<>();
        parcourir(composants, List.of(), List.of(), noeuds);
        refuserLesDoublons(noeuds);
        return List.copyOf(noeuds);
    }

    boolean contexteUtile() {
        return contexteUtile;
    }

    private void parcourir(JsonNode composants, List<String> prefixe, List<String> masques, List<Noeud> noeuds) {
        for (JsonNode composant : composants) {
            String type = composant.path("type").asText();
            List<String> siens = masques(composant, masques);
            if ("group".equals(type)) {
                parcourir(composant.path("components"), chemin(prefixe, composant, "path"), siens, noeuds);
            } else if (AVEC_VALEUR.contains(type)) {
                noeuds.add(noeud(composant, type, prefixe, siens));
            } else if (!SANS_VALEUR.contains(type)) {
                throw new IllegalArgumentException("Unsupported component type: " + type);
            }
        }
    }

    private Noeud noeud(JsonNode composant, String type, List<String> prefixe, List<String> masques) {
        boolean liste = "dynamiclist".equals(type);
        List<String> chemin = chemin(prefixe, composant, liste ? "path" : "key");
        if (chemin.size() == prefixe.size()) {
            throw new IllegalArgumentException("Component without a key: " + composant.path("id"));
        }
        List<Noeud> lignes = liste ? lire(composant.path("components")) : List.of();
        noterLesExpressions(composant);
        String motif = composant.path("validate").path("pattern").asText("");
        return new Noeud(chemin, type, composant, masques, motif.isEmpty() ? null : MotifDuNavigateur.compiler(motif), lignes);
    }

    private void noterLesExpressions(JsonNode composant) {
        List<JsonNode> valeurs = new ArrayList<>(List.of(
                composant.path("readonly"),
                composant.path("disabled"),
                composant.path("valuesExpression"),
                composant.path("expression")));
        for (String borne : List.of("min", "max", "minLength", "maxLength")) {
            valeurs.add(composant.path("validate").path(borne));
        }
        for (JsonNode valeur : valeurs) {
            if (Expressions.estUneExpression(valeur.textValue())) {
                Expressions.verifier(valeur.textValue());
                contexteUtile = true;
            }
        }
        contexteUtile |= composant.path("readonly").asBoolean()
                || composant.path("disabled").asBoolean()
                || composant.has("valuesKey")
                || "dynamiclist".equals(composant.path("type").asText());
    }

    private List<String> masques(JsonNode composant, List<String> deSesGroupes) {
        String masque = composant.path("conditional").path("hide").asText("");
        if (!Expressions.estUneExpression(masque)) {
            return deSesGroupes;
        }
        Expressions.verifier(masque);
        contexteUtile = true;
        List<String> masques = new ArrayList<>(deSesGroupes);
        masques.add(masque);
        return List.copyOf(masques);
    }

    private static List<String> chemin(List<String> prefixe, JsonNode composant, String attribut) {
        String texte = composant.path(attribut).asText("");
        if (texte.isBlank()) {
            return prefixe;
        }
        List<String> chemin = new ArrayList<>(prefixe);
        chemin.addAll(List.of(texte.split("\\.")));
        return List.copyOf(chemin);
    }

    private static void refuserLesDoublons(List<Noeud> noeuds) {
        Set<String> cles = new HashSet<>();
        for (Noeud noeud : noeuds) {
            if (!cles.add(noeud.cle())) {
                throw new IllegalArgumentException("Two fields have the same key: " + noeud.cle());
            }
        }
    }
}

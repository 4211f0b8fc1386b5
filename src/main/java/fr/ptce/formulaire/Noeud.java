package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A component that holds a value, out of its groups and of the layout.
 *
 * @param chemin where its value stands in the submission, or in the row
 * @param masques FEEL conditions that hide it: its own and those of its groups
 * @param motif compiled pattern, or null
 * @param lignes fields of a row, for a dynamiclist
 */
record Noeud(
        List<String> chemin, String type, JsonNode schema, List<String> masques, Pattern motif, List<Noeud> lignes) {

    private static final Set<String> TEXTES = Set.of("textfield", "textarea");
    private static final Set<String> CHOIX_MULTIPLES = Set.of("checklist", "taglist");
    private static final Set<String> CHOIX_UNIQUES = Set.of("radio", "select");

    String cle() {
        return String.join(".", chemin);
    }

    String libelle() {
        String libelle = schema.path("label").asText("");
        if (libelle.isBlank()) {
            libelle = schema.path("dateLabel").asText(schema.path("timeLabel").asText(""));
        }
        return libelle.isBlank() ? cle() : libelle;
    }

    boolean obligatoire() {
        return schema.path("validate").path("required").asBoolean(false);
    }

    boolean estUnTexte() {
        return TEXTES.contains(type);
    }

    boolean estUnNombre() {
        return "number".equals(type);
    }

    boolean estUnEntier() {
        return estUnNombre() && schema.path("decimalDigits").asInt(1) == 0;
    }

    boolean estUneDate() {
        return "datetime".equals(type);
    }

    boolean estUneCase() {
        return "checkbox".equals(type);
    }

    boolean estUneListe() {
        return "dynamiclist".equals(type);
    }

    boolean estCalcule() {
        return "expression".equals(type);
    }

    boolean estUnChoixUnique() {
        return CHOIX_UNIQUES.contains(type);
    }

    boolean estUnChoixMultiple() {
        return CHOIX_MULTIPLES.contains(type);
    }

    Optional<JsonNode> regle(String nom) {
        JsonNode valeur = schema.path("validate").path(nom);
        return valeur.isMissingNode() || valeur.isNull() || valeur.asText().isEmpty()
                ? Optional.empty()
                : Optional.of(valeur);
    }

    /** A custom property of the component, empty when it has none. */
    Optional<String> propriete(String nom) {
        return Optional.ofNullable(schema.path("properties").path(nom).textValue());
    }

    Champ champ() {
        return new Champ(
                cle(),
                libelle(),
                type,
                obligatoire(),
                lignes.stream().map(Noeud::champ).toList());
    }
}

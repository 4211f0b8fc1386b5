package fr.ptce.candidature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** French labels of the ids that a dossier holds; an unknown or missing id reads « non précisé ». */
final class Libelles {

    static final String NON_PRECISE = "non précisé";

    private static final Map<String, String> CATEGORIES = Map.of(
            "operationnel", "PTCE opérationnel",
            "en-projet", "PTCE en projet",
            "manifestation", "Manifestation d’intérêt");
    private static final Map<String, String> DECISIONS = Map.of(
            "retenu-operationnel", "Retenu comme pôle opérationnel",
            "retenu-projet", "Retenu comme pôle en projet",
            "non-retenu", "Non retenu");
    private static final Map<String, String> RECOMMANDATIONS = Map.of(
            "retenir", "Retenir",
            "reserves", "Retenir avec des réserves",
            "ecarter", "Écarter");
    private static final Map<String, String> STADES = Map.of(
            "operationnel", "Opérationnel",
            "projet", "En projet",
            "idee", "Manifestation d’intérêt");
    private static final Map<String, String> TYPES_DE_STRUCTURE = Map.of(
            "association", "Association",
            "cooperative", "Coopérative (SCOP, SCIC)",
            "entreprise", "Entreprise",
            "collectivite", "Collectivité locale",
            "reseau", "Réseau, fédération ou chambre régionale",
            "particulier", "Particulier",
            "autre", "Autre");

    private Libelles() {}

    static String categorie(String id) {
        return de(CATEGORIES, id);
    }

    static String decision(String id) {
        return de(DECISIONS, id);
    }

    static String recommandation(String id) {
        return de(RECOMMANDATIONS, id);
    }

    static String stade(String id) {
        return de(STADES, id);
    }

    static String typeStructure(String id) {
        return de(TYPES_DE_STRUCTURE, id);
    }

    static Map<String, String> categories() {
        return CATEGORIES;
    }

    /** The categories as a person chooses among them, the most advanced first: id and label. */
    static Map<String, String> listeDesCategories() {
        Map<String, String> liste = new LinkedHashMap<>();
        List.of("operationnel", "en-projet", "manifestation").forEach(id -> liste.put(id, CATEGORIES.get(id)));
        return liste;
    }

    /** The decisions among which the committee chooses, the most favourable first: id and label. */
    static Map<String, String> listeDesDecisions() {
        Map<String, String> liste = new LinkedHashMap<>();
        List.of("retenu-operationnel", "retenu-projet", "non-retenu").forEach(id -> liste.put(id, DECISIONS.get(id)));
        return liste;
    }

    private static String de(Map<String, String> libelles, String id) {
        return id == null ? NON_PRECISE : libelles.getOrDefault(id, NON_PRECISE);
    }
}

package fr.ptce.besoins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words for the choices of the room's forms, in the order in which they are offered; a test compares them. */
final class LibellesDesBesoins {

    static final Map<String, String> STADES =
            ordonnes("emergence", "Émergence", "structuration", "Structuration", "developpement", "Développement");
    static final Map<String, String> ACCOMPAGNEMENTS = ordonnes(
            "formation-collective",
            "Formation collective",
            "expertise",
            "Expert sur un thème",
            "individuel",
            "Accompagnement individuel",
            "pairs",
            "Échanges entre pairs",
            "dispositif",
            "Orientation vers un dispositif existant");
    static final Map<String, String> PRIORITES = ordonnes("haute", "Haute", "moyenne", "Moyenne", "basse", "Basse");
    static final Map<String, String> EXPERIMENTATION =
            ordonnes("oui", "Oui", "a-discuter", "Peut-être, à discuter", "non", "Non");
    static final Map<String, String> CATEGORIES =
            ordonnes("en-projet", "PTCE en projet", "operationnel", "PTCE opérationnel");
    static final Map<String, String> IMPORTANCES =
            ordonnes("1", "Peu important", "2", "Utile", "3", "Important", "4", "Essentiel");

    private LibellesDesBesoins() {}

    /** The labels of several ids, separated by commas; « aucun » when there is none. */
    static String accompagnements(List<String> ids) {
        return ids.isEmpty()
                ? "aucun"
                : String.join(
                        ", ",
                        ids.stream().map(LibellesDesBesoins::accompagnement).toList());
    }

    static String accompagnement(String id) {
        return ACCOMPAGNEMENTS.getOrDefault(id, id);
    }

    static String importance(int importance) {
        return IMPORTANCES.get(String.valueOf(importance));
    }

    private static Map<String, String> ordonnes(String... idsEtLibelles) {
        Map<String, String> libelles = new LinkedHashMap<>();
        for (int i = 0; i < idsEtLibelles.length; i += 2) {
            libelles.put(idsEtLibelles[i], idsEtLibelles[i + 1]);
        }
        return libelles;
    }
}

package fr.ptce.courriel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model as its file {@code templates/courriel/<nom>.json} describes it.
 *
 * @param nom name, also of the files
 * @param description when it is sent, in French, for the preview page
 * @param rappel whether it is a reminder: one that says where its reader sets how often they hear from us
 * @param facultatives names of the variables that may be missing or null; every other one must have a value
 * @param exemple sample values of all variables; dates as ISO texts
 */
record Modele(String nom, String description, boolean rappel, Set<String> facultatives, Map<String, Object> exemple) {

    private static final String REGLAGES = "https://ptce.example/reglages";

    /** Sample values for a preview, with those that come from outside the model. */
    Map<String, Object> apercu() {
        if (!rappel) {
            return exemple;
        }
        Map<String, Object> complet = new HashMap<>(exemple);
        complet.put("reglages", REGLAGES);
        return complet;
    }

    /** Names of variables without a value that this model needs. */
    List<String> manquantes(Map<String, Object> variables) {
        return exemple.keySet().stream()
                .filter(nomVariable -> !facultatives.contains(nomVariable))
                .filter(nomVariable -> variables.get(nomVariable) == null)
                .sorted()
                .toList();
    }
}

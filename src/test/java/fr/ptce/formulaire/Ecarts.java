package fr.ptce.formulaire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What two lists that should be the same do not share, in words: short, whatever the length of the lists. */
public final class Ecarts {

    private Ecarts() {}

    /** One line for each name that stands on one side only. */
    public static List<String> entre(String un, Collection<String> siens, String autre, Collection<String> lesSiens) {
        List<String> ecarts = new ArrayList<>();
        siens.stream()
                .filter(nom -> !lesSiens.contains(nom))
                .forEach(nom -> ecarts.add("« " + nom + " » : dans " + un + ", pas dans " + autre));
        lesSiens.stream()
                .filter(nom -> !siens.contains(nom))
                .forEach(nom -> ecarts.add("« " + nom + " » : dans " + autre + ", pas dans " + un));
        return ecarts;
    }

    /** One line for each answer that is not the one that was given; what was not asked again is not looked at. */
    public static List<String> desReponses(Map<String, Object> donnees, Map<String, Object> retrouvees) {
        return retrouvees.entrySet().stream()
                .filter(reponse -> !Objects.equals(reponse.getValue(), donnees.get(reponse.getKey())))
                .map(reponse -> "« " + reponse.getKey() + " » : « " + reponse.getValue() + " » au lieu de « "
                        + donnees.get(reponse.getKey()) + " »")
                .toList();
    }
}

package fr.ptce.pilotage;

import fr.ptce.pilotage.Etape.Etat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The path that an instance took on its diagram.
 *
 * @param etapes in the order in which they began
 * @param fleches ids of the sequence flows taken
 * @param coupe whether there are more steps than those of the list
 */
record Parcours(List<Etape> etapes, Set<String> fleches, boolean coupe) {

    /**
     * What is drawn on an element.
     *
     * @param etat id of the state that counts most: open, else done, else cancelled
     * @param rangs ranks of its steps, in order
     */
    record Marque(String element, String etat, List<Integer> rangs) {}

    /** One mark for each element that was reached. */
    Collection<Marque> marques() {
        Map<String, List<Etape>> parElement =
                etapes.stream().collect(Collectors.groupingBy(Etape::element, LinkedHashMap::new, Collectors.toList()));
        return parElement.entrySet().stream()
                .map(element -> new Marque(
                        element.getKey(),
                        etat(element.getValue()).id(),
                        element.getValue().stream().map(Etape::rang).toList()))
                .toList();
    }

    private static Etat etat(List<Etape> passages) {
        Set<Etat> etats = passages.stream().map(Etape::etat).collect(Collectors.toSet());
        if (etats.contains(Etat.EN_COURS)) {
            return Etat.EN_COURS;
        }
        return etats.contains(Etat.FAITE) ? Etat.FAITE : Etat.ANNULEE;
    }
}

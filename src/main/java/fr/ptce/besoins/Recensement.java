package fr.ptce.besoins;

import java.util.List;
import java.util.Map;

/**
 * The needs of a set of initiatives, counted. Withdrawn initiatives are counted apart, and nowhere else.
 *
 * @param nombres how many initiatives are in each situation
 * @param mediane minutes from the questionnaire to its answer, half of the answers below and half above; null without
 *     any answer
 * @param territoires regions in which at least one initiative was asked, by name
 * @param besoins needs, those that most initiatives express first; with those of the list that nobody expresses
 * @param colonnes what the table of needs is broken down by: labels by id, in order
 * @param cellules initiatives by need and column; absent for none
 */
record Recensement(
        Map<Situation, Long> nombres,
        Double mediane,
        List<Territoire> territoires,
        List<BesoinRecense> besoins,
        Map<String, String> colonnes,
        Map<String, Map<String, Long>> cellules) {

    /** One region: initiatives asked, answers, and the median time to answer in minutes, null without any answer. */
    record Territoire(String code, String nom, long interrogees, long reponses, Double mediane) {}

    /**
     * One need.
     *
     * @param parImportance initiatives by importance from 1 to 4, each present
     * @param total initiatives that express it with an importance that counts
     */
    record BesoinRecense(String id, String libelle, Map<Integer, Long> parImportance, long total) {

        /** The sum of the importances, which ranks needs of the same total. */
        long poids() {
            return parImportance.entrySet().stream()
                    .mapToLong(entree -> entree.getKey() * entree.getValue())
                    .sum();
        }
    }

    public long nombre(Situation situation) {
        return nombres.getOrDefault(situation, 0L);
    }

    public long cellule(String besoin, String colonne) {
        return cellules.getOrDefault(besoin, Map.of()).getOrDefault(colonne, 0L);
    }

    /** The greatest total of a need: the length of the chart. */
    public long maximum() {
        return besoins.stream().mapToLong(BesoinRecense::total).max().orElse(0);
    }
}

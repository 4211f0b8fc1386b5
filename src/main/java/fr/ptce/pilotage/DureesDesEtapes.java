package fr.ptce.pilotage;

import java.util.Map;
import java.util.TreeMap;

/** How many passages of a step took how many working days. */
final class DureesDesEtapes {

    private final Map<Integer, Long> parDuree = new TreeMap<>();
    private long nombre;
    private long retards;
    private long avecEcheance;
    private long prevus;

    /** @param joursPrevus working days planned for those with a due date, added up */
    void ajouter(int jours, long passages, long enRetard, long avecUneEcheance, long joursPrevus) {
        parDuree.merge(jours, passages, Long::sum);
        nombre += passages;
        retards += enRetard;
        avecEcheance += avecUneEcheance;
        prevus += joursPrevus;
    }

    long nombre() {
        return nombre;
    }

    long retards() {
        return retards;
    }

    long avecEcheance() {
        return avecEcheance;
    }

    /** Working days planned, on average, rounded; null when none had a due date. */
    Integer prevus() {
        return avecEcheance == 0 ? null : (int) Math.round((double) prevus / avecEcheance);
    }

    /**
     * The least duration that at least this share of the passages did not exceed (nearest rank); null without any.
     *
     * @param centiemes from 1 to 100
     */
    Integer quantile(int centiemes) {
        long rang = (nombre * centiemes + 99) / 100;
        long compte = 0;
        for (Map.Entry<Integer, Long> duree : parDuree.entrySet()) {
            compte += duree.getValue();
            if (compte >= rang && compte > 0) {
                return duree.getKey();
            }
        }
        return null;
    }
}

package fr.ptce.pilotage;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How late a task is, in working days: the steps at which {@code relances.dmn} tells the group, then the committee, then
 * hands the task over.
 */
enum TrancheDeRetard {
    MOINS_DE_3("moins-de-3", "moins de 3 jours ouvrés", 0),
    DE_3_A_7("3-a-7", "de 3 à 7 jours ouvrés", 3),
    DE_8_A_14("8-a-14", "de 8 à 14 jours ouvrés", 8),
    QUINZE_ET_PLUS("15-et-plus", "15 jours ouvrés et plus", 15);

    private final String id;
    private final String libelle;
    private final int depuis;

    TrancheDeRetard(String id, String libelle, int depuis) {
        this.id = id;
        this.libelle = libelle;
        this.depuis = depuis;
    }

    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** Least number of working days. */
    int depuis() {
        return depuis;
    }

    /** The tranche that comes after; empty for the last one. */
    Optional<TrancheDeRetard> suivante() {
        return Stream.of(values())
                .filter(tranche -> tranche.compareTo(this) > 0)
                .findFirst();
    }

    /** Empty for an unknown id or null. */
    static Optional<TrancheDeRetard> de(String id) {
        return Stream.of(values()).filter(tranche -> tranche.id.equals(id)).findFirst();
    }
}

package fr.ptce.besoins;

import java.util.stream.Stream;

/** What the table of needs is broken down by. */
enum Axe {
    IMPORTANCE("importance", "Importance"),
    REGION("region", "Région"),
    THEME("theme", "Thème"),
    STADE("stade", "Stade de maturité");

    private final String id;
    private final String libelle;

    Axe(String id, String libelle) {
        this.id = id;
        this.libelle = libelle;
    }

    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** The axis of an id; by importance when unknown or null. */
    static Axe de(String id) {
        return Stream.of(values()).filter(axe -> axe.id.equals(id)).findFirst().orElse(IMPORTANCE);
    }
}

package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** Where a pôle is: the diversity of the monographs looks at it (plan of action, axe 1.3). */
enum Milieu implements Identifie {
    URBAIN("urbain", "Urbain"),
    RURAL("rural", "Rural"),
    MIXTE("mixte", "Urbain et rural");

    private final String id;
    private final String libelle;

    Milieu(String id, String libelle) {
        this.id = id;
        this.libelle = libelle;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** @throws IllegalArgumentException when none has this id */
    static Milieu de(String id) {
        return Identifie.de(Milieu.class, id);
    }
}

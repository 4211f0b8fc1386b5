package fr.ptce.annuaire;

import fr.ptce.base.Identifie;

/** What a publication is. */
public enum GenreDePublication implements Identifie {
    MONOGRAPHIE("monographie", "Monographie"),
    ANALYSE("analyse", "Analyse transversale");

    private final String id;
    private final String libelle;

    GenreDePublication(String id, String libelle) {
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

    /**
     * The kind of this id.
     *
     * @throws IllegalArgumentException when none has this id
     */
    public static GenreDePublication de(String id) {
        return Identifie.de(GenreDePublication.class, id);
    }
}

package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** What holds a pôle together (référentiel, objectif a): a place, a trade or a territory. */
enum GenreDePole implements Identifie {
    TERRITOIRE("territoire", "Pôle de territoire"),
    FILIERE("filiere", "Pôle de filière"),
    LIEU("lieu", "Pôle autour d’un lieu");

    private final String id;
    private final String libelle;

    GenreDePole(String id, String libelle) {
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
    static GenreDePole de(String id) {
        return Identifie.de(GenreDePole.class, id);
    }
}

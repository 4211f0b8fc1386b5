package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** Who reviews a monograph. */
enum SourceDeRelecture implements Identifie {
    POLE("pole", "Le pôle"),
    PILOTE("pilote", "Le pilote"),
    COMITE("comite", "Le comité de pilotage");

    private final String id;
    private final String libelle;

    SourceDeRelecture(String id, String libelle) {
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
    static SourceDeRelecture de(String id) {
        return Identifie.de(SourceDeRelecture.class, id);
    }
}

package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** How somebody who was met may be quoted. */
enum Consentement implements Identifie {
    NOM("nom", "peut être citée par son nom et sa fonction"),
    ROLE("role", "peut être citée par sa fonction seulement"),
    AUCUN("aucun", "ne souhaite pas être citée");

    private final String id;
    private final String libelle;

    Consentement(String id, String libelle) {
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
    static Consentement de(String id) {
        return Identifie.de(Consentement.class, id);
    }
}

package fr.ptce.publication;

import fr.ptce.base.Identifie;

/** How far a chapter of the toolbox has come. */
enum EtatDeChapitre implements Identifie {
    A_ECRIRE("a-ecrire", "À écrire"),
    EN_COURS("en-cours", "En cours d’écriture"),
    PUBLIE("publie", "Publié");

    private final String id;
    private final String libelle;

    EtatDeChapitre(String id, String libelle) {
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
    static EtatDeChapitre de(String id) {
        return Identifie.de(EtatDeChapitre.class, id);
    }
}

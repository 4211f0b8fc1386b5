package fr.ptce.accompagnement;

import fr.ptce.base.Identifie;

/** How far a seminar has come; the elements of {@code seminaire.bpmn} carry the ids. */
enum EtatDuSeminaire implements Identifie {
    A_FIXER("a-fixer", "Date à choisir"),
    INVITATIONS("invitations", "Invitations envoyées"),
    A_RACONTER("a-raconter", "Compte rendu attendu"),
    TENU("tenu", "Tenu"),
    NON_TENU("non-tenu", "Non tenu"),
    ANNULE("annule", "Annulé");

    private final String id;
    private final String libelle;

    EtatDuSeminaire(String id, String libelle) {
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

    /** @throws IllegalArgumentException when no state has this id */
    static EtatDuSeminaire de(String id) {
        return Identifie.de(EtatDuSeminaire.class, id);
    }
}

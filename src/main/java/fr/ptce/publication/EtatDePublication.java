package fr.ptce.publication;

import fr.ptce.base.Identifie;

/** How far a publication has come; the elements of {@code publication.bpmn} carry the ids. */
enum EtatDePublication implements Identifie {
    A_PREPARER("a-preparer", "À préparer"),
    EN_LIGNE("en-ligne", "En ligne"),
    RETIREE("retiree", "Retirée");

    private final String id;
    private final String libelle;

    EtatDePublication(String id, String libelle) {
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
    static EtatDePublication de(String id) {
        return Identifie.de(EtatDePublication.class, id);
    }
}

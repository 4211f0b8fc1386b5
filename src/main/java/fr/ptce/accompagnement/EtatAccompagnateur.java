package fr.ptce.accompagnement;

import fr.ptce.base.Identifie;

/** Where the sheet of an accompagnateur stands, in the words a pilot reads. The ids are those of our table. */
enum EtatAccompagnateur implements Identifie {
    A_VALIDER("a-valider", "À valider", "badge--attention"),
    INSCRIT("inscrit", "Inscrit", "badge--succes"),
    NON_RETENU("non-retenu", "Non retenu", ""),
    PARTI("parti", "Parti", "");

    private final String id;
    private final String libelle;
    private final String badge;

    EtatAccompagnateur(String id, String libelle, String badge) {
        this.id = id;
        this.libelle = libelle;
        this.badge = badge;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** Class of its badge. */
    public String badge() {
        return badge;
    }

    /** @throws IllegalArgumentException when no state has this id */
    static EtatAccompagnateur de(String id) {
        return Identifie.de(EtatAccompagnateur.class, id);
    }
}

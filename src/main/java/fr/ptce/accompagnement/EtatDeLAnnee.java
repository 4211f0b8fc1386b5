package fr.ptce.accompagnement;

import fr.ptce.base.Identifie;

/** How far a year of experimentation has come; the elements of {@code accompagnement-regional.bpmn} carry the ids. */
enum EtatDeLAnnee implements Identifie {
    MOBILISATION("mobilisation", "Projets à mobiliser"),
    SELECTION("selection", "Projets à sélectionner"),
    ACCOMPAGNEMENT("accompagnement", "Accompagnement en cours"),
    BILAN("bilan", "Bilan à rédiger"),
    TERMINEE("terminee", "Bilan rendu");

    private final String id;
    private final String libelle;

    EtatDeLAnnee(String id, String libelle) {
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
    static EtatDeLAnnee de(String id) {
        return Identifie.de(EtatDeLAnnee.class, id);
    }
}

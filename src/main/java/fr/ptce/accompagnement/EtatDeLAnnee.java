package fr.ptce.accompagnement;

import java.util.Arrays;

/** How far a year of experimentation has come; the elements of {@code accompagnement-regional.bpmn} carry the ids. */
enum EtatDeLAnnee {
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

    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** @throws IllegalArgumentException when no state has this id */
    static EtatDeLAnnee de(String id) {
        return Arrays.stream(values())
                .filter(etat -> etat.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown state of a year: " + id));
    }
}

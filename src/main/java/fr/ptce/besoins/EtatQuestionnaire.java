package fr.ptce.besoins;

import fr.ptce.base.Identifie;

/** Where a questionnaire stands, in the words a pilot reads. The ids are the {@code etat} of the diagram. */
public enum EtatQuestionnaire implements Identifie {
    EN_ATTENTE("en-attente", "En attente de réponse"),
    A_APPELER("a-appeler", "À recueillir par téléphone"),
    A_QUALIFIER("a-qualifier", "À qualifier"),
    QUALIFIE("qualifie", "Besoins qualifiés"),
    INJOIGNABLE("injoignable", "Porteur injoignable"),
    RETIRE("retire", "Initiative retirée");

    private final String id;
    private final String libelle;

    EtatQuestionnaire(String id, String libelle) {
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

    /** Whether nothing more is awaited. */
    public boolean clos() {
        return this == QUALIFIE || this == INJOIGNABLE || this == RETIRE;
    }

    /**
     * The state of an id.
     *
     * @throws IllegalArgumentException when no state has this id
     */
    public static EtatQuestionnaire de(String id) {
        return Identifie.de(EtatQuestionnaire.class, id);
    }
}

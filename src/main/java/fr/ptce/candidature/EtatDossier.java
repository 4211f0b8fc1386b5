package fr.ptce.candidature;

import fr.ptce.base.Identifie;

/** Where a dossier stands, in the words a pilot and a porteur read. The ids are the {@code etat} of the diagram. */
public enum EtatDossier implements Identifie {
    DEPOSE("depose", "Déposé", false),
    A_COMPLETER("a-completer", "À compléter par le porteur", false),
    IRRECEVABILITE_A_CONFIRMER("irrecevabilite-a-confirmer", "Irrecevabilité à confirmer", false),
    EN_RELECTURE("en-relecture", "En relecture", false),
    EN_DECISION("en-decision", "En attente de décision", false),
    NOTIFIE("notifie", "Décision notifiée, réexamen possible", false),
    EN_REEXAMEN("en-reexamen", "En réexamen", false),
    RETENU("retenu", "Retenu", true),
    NON_RETENU("non-retenu", "Non retenu", true),
    CLASSE_SANS_SUITE("classe-sans-suite", "Classé sans suite", true),
    IRRECEVABLE("irrecevable", "Irrecevable", true),
    RETIRE("retire", "Retiré par le porteur", true);

    private final String id;
    private final String libelle;
    private final boolean terminal;

    EtatDossier(String id, String libelle, boolean terminal) {
        this.id = id;
        this.libelle = libelle;
        this.terminal = terminal;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether the examination of the dossier is over. */
    public boolean terminal() {
        return terminal;
    }

    /** Whether the porteur may still withdraw: as long as the dossier is examined, and afterwards when it is retained. */
    public boolean retirable() {
        return !terminal || this == RETENU;
    }

    /**
     * The state of an id.
     *
     * @throws IllegalArgumentException when no state has this id
     */
    public static EtatDossier de(String id) {
        return Identifie.de(EtatDossier.class, id);
    }
}

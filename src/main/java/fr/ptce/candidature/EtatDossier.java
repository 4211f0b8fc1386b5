package fr.ptce.candidature;

import fr.ptce.annuaire.Journal.Evenement;
import fr.ptce.base.Identifie;
import java.util.Arrays;
import java.util.Optional;

/** Where a dossier stands, in the words a pilot reads, and in those its porteur does. The ids are the {@code etat} of the diagram. */
public enum EtatDossier implements Identifie {
    DEPOSE("depose", "Déposé", false),
    A_COMPLETER("a-completer", "À compléter par le porteur", "À compléter par vous", false),
    IRRECEVABILITE_A_CONFIRMER(
            "irrecevabilite-a-confirmer", "Irrecevabilité à confirmer", "En cours de vérification", false),
    EN_RELECTURE("en-relecture", "En relecture", false),
    EN_DECISION("en-decision", "En attente de décision", false),
    NOTIFIE("notifie", "Décision notifiée, réexamen possible", false),
    EN_REEXAMEN("en-reexamen", "En réexamen", false),
    RETENU("retenu", "Retenu", true),
    NON_RETENU("non-retenu", "Non retenu", true),
    CLASSE_SANS_SUITE("classe-sans-suite", "Classé sans suite", true),
    IRRECEVABLE("irrecevable", "Irrecevable", true),
    RETIRE("retire", "Retiré par le porteur", "Retiré à votre demande", true);

    private final String id;
    private final String libelle;
    private final String libelleDuPorteur;
    private final boolean terminal;

    EtatDossier(String id, String libelle, boolean terminal) {
        this(id, libelle, libelle, terminal);
    }

    EtatDossier(String id, String libelle, String libelleDuPorteur, boolean terminal) {
        this.id = id;
        this.libelle = libelle;
        this.libelleDuPorteur = libelleDuPorteur;
        this.terminal = terminal;
    }

    @Override
    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** The state as one says it to the porteur, who learns of no doubt before it is confirmed. */
    public String libelleDuPorteur() {
        return libelleDuPorteur;
    }

    /** The sentence by which the timeline tells that a dossier enters this state. */
    String annonce() {
        return libelle + ".";
    }

    /** The state that an event of the timeline tells of; empty for an event of another nature. */
    static Optional<EtatDossier> annoncePar(Evenement evenement) {
        return "etat".equals(evenement.nature())
                ? Arrays.stream(values())
                        .filter(etat -> etat.annonce().equals(evenement.libelle()))
                        .findFirst()
                : Optional.empty();
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

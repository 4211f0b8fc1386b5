package fr.ptce.besoins;

import fr.ptce.base.Identifie;

/** What a launch does with an initiative, and why, in the words a pilot reads. The ids are those of our table. */
enum VerdictDeLancement implements Identifie {
    A_INTERROGER("a-interroger", "Reçoit le questionnaire par courriel"),
    A_APPELER("a-appeler", "À appeler\u00a0: pas d’adresse de courriel"),
    DEJA_REPONDU("deja-repondu", "A déjà répondu"),
    EN_COURS("en-cours", "Questionnaire déjà en cours"),
    SANS_ADRESSE("sans-adresse", "Pas d’adresse de courriel"),
    RETIREE("retiree", "Initiative retirée");

    private final String id;
    private final String libelle;

    VerdictDeLancement(String id, String libelle) {
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

    /** Whether a questionnaire is started. */
    public boolean favorable() {
        return this == A_INTERROGER || this == A_APPELER;
    }

    /** @throws IllegalArgumentException when no verdict has this id */
    static VerdictDeLancement de(String id) {
        return Identifie.de(VerdictDeLancement.class, id);
    }
}

package fr.ptce.monographie;

import fr.ptce.base.Identifie;

/** How far an interview has come. */
enum EtatDEntretien implements Identifie {
    A_PROPOSER("a-proposer", "Rendez-vous à proposer"),
    PROPOSE("propose", "Réponse attendue"),
    ACCEPTE("accepte", "Rendez-vous pris"),
    AUTRE_DATE("autre-date", "Autre date demandée"),
    REFUSE("refuse", "Refusé"),
    SANS_REPONSE("sans-reponse", "Sans réponse"),
    MENE("mene", "Mené"),
    ABANDONNE("abandonne", "Sans entretien");

    private final String id;
    private final String libelle;

    EtatDEntretien(String id, String libelle) {
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
    static EtatDEntretien de(String id) {
        return Identifie.de(EtatDEntretien.class, id);
    }
}

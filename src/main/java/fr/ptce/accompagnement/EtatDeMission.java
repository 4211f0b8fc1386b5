package fr.ptce.accompagnement;

import fr.ptce.base.Identifie;

/** What became of a mission. */
enum EtatDeMission implements Identifie {
    PROPOSEE("proposee", "Proposée"),
    ACCEPTEE("acceptee", "Acceptée"),
    DECLINEE("declinee", "Déclinée"),
    TERMINEE("terminee", "Menée à son terme"),
    REMPLACEE("remplacee", "Confiée à une autre personne"),
    INTERROMPUE("interrompue", "Interrompue");

    private final String id;
    private final String libelle;

    EtatDeMission(String id, String libelle) {
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
    static EtatDeMission de(String id) {
        return Identifie.de(EtatDeMission.class, id);
    }
}

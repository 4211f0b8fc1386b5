package fr.ptce.accompagnement;

import java.util.Arrays;

/** What became of a mission. */
enum EtatDeMission {
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

    public String id() {
        return id;
    }

    public String libelle() {
        return libelle;
    }

    /** @throws IllegalArgumentException when no state has this id */
    static EtatDeMission de(String id) {
        return Arrays.stream(values())
                .filter(etat -> etat.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown state of a mission: " + id));
    }
}

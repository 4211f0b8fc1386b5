package fr.ptce.pilotage;

import java.time.Duration;
import java.time.Instant;

/**
 * One step of the path of an instance.
 *
 * @param rang from 1, in the order in which the steps began
 * @param element id in the diagram
 * @param precision which passage of a loop, or which of several at once; empty when there is one only
 * @param qui who did it or is awaited, in words; empty for what no person does
 * @param sortie null as long as it is open
 * @param appelee id of the instance that it called; null when it called none
 */
record Etape(
        int rang,
        String element,
        String nom,
        String genre,
        String precision,
        String qui,
        Instant entree,
        Instant sortie,
        Etat etat,
        String appelee) {

    /** What became of a step. */
    enum Etat {
        FAITE("faite", "Faite"),
        EN_COURS("en-cours", "En cours"),
        ANNULEE("annulee", "Devenue sans objet");

        private final String id;
        private final String libelle;

        Etat(String id, String libelle) {
            this.id = id;
            this.libelle = libelle;
        }

        /** For the classes of style sheets and scripts. */
        public String id() {
            return id;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** How long it took, or has taken so far. */
    public Duration duree(Instant maintenant) {
        return Duration.between(entree, sortie == null ? maintenant : sortie);
    }
}

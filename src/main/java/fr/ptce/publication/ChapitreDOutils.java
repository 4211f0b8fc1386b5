package fr.ptce.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A chapter of the toolbox (plan of action, axes 1 to 3).
 *
 * @param rang from 1
 * @param pilote network that writes it
 * @param echeance null when it is not fixed
 * @param texte Markdown, empty when nothing is written
 * @param version grows with every change
 * @param modifieLe null when nobody has written yet
 */
record ChapitreDOutils(
        String id,
        int rang,
        String titre,
        String presentation,
        String pilote,
        EtatDeChapitre etat,
        LocalDate echeance,
        String texte,
        int version,
        Instant modifieLe) {

    /** The chapter in which the publications and the fiches of the pôles stand. */
    static final String EXPERIENCES = "experiences";

    public boolean publie() {
        return etat == EtatDeChapitre.PUBLIE;
    }
}

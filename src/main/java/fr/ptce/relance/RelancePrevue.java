package fr.ptce.relance;

import java.time.LocalDate;

/**
 * What somebody is going to be told about a task.
 *
 * @param nature {@code rappel}, {@code dernier-rappel}, {@code affectation}, {@code escalade-…} or {@code remise}
 * @param destinataire id of an account; e-mail address of somebody outside
 * @param externe whether the recipient has no account
 * @param motif rule that fired, in French
 * @param aEnvoyerLe day of the e-mail; later than today for somebody who reads weekly
 */
record RelancePrevue(
        TacheSuivie tache,
        String nature,
        String destinataire,
        boolean externe,
        String modele,
        String motif,
        LocalDate aEnvoyerLe) {

    static final String RAPPEL = "rappel";
    static final String DERNIER_RAPPEL = "dernier-rappel";
    static final String AFFECTATION = "affectation";
    static final String REMISE = "remise";
    static final String ESCALADE = "escalade-";
    static final String ESCALADE_RESPONSABLE = ESCALADE + Escalades.RESPONSABLE;
    static final String ESCALADE_GROUPE = ESCALADE + Escalades.GROUPE;
    static final String ESCALADE_COMITE = ESCALADE + Escalades.COMITE;

    /** Whether the engine has to be told once the e-mail has left. */
    boolean aConclure() {
        return nature.startsWith(ESCALADE) || nature.equals(REMISE);
    }
}

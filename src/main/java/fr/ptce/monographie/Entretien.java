package fr.ptce.monographie;

import java.time.Instant;

/**
 * Somebody to be met for a monograph.
 *
 * @param role what they are to the pôle, such as « présidente »
 * @param remplace id of the person whom they replace; null when none
 * @param debut null until an appointment is proposed, as {@code fin} and {@code lieu}
 * @param objet what it will be about; null when nothing was said
 * @param changements how often the appointment was changed
 * @param consentement null as long as they have not said
 * @param message what they answered besides, such as another date or a reason; null when nothing
 * @param notes for the author and the pilots only; null when there are none
 * @param version grows with every change of the notes
 */
record Entretien(
        long id,
        long monographie,
        String nom,
        String role,
        String courriel,
        EtatDEntretien etat,
        Long remplace,
        Instant debut,
        Instant fin,
        String lieu,
        String objet,
        int changements,
        Consentement consentement,
        String message,
        String notes,
        int version) {

    /** Whether they may be quoted. */
    public boolean citable() {
        return consentement == Consentement.NOM || consentement == Consentement.ROLE;
    }

    /** How a quotation is signed, as far as they agreed. */
    public String signature() {
        return consentement == Consentement.NOM ? nom + ", " + role : role;
    }
}

package fr.ptce.candidature;

import java.time.Instant;

/**
 * A call for candidatures.
 *
 * @param code short name, unique, for instance {@code PTCE-2011}
 * @param ouverture first instant at which a dossier may be filed
 * @param fermeture first instant at which it may no longer
 * @param decoupage 2012 for the 22 former regions, 2016 for the 13 present ones
 * @param seuilDivergence points (0 to 5) between two evaluations above which a third one is asked for
 */
public record Campagne(
        long id, String code, String nom, Instant ouverture, Instant fermeture, int decoupage, double seuilDivergence) {

    /** Whether a dossier may be filed at this instant. */
    public boolean ouverteLe(Instant instant) {
        return !instant.isBefore(ouverture) && instant.isBefore(fermeture);
    }
}

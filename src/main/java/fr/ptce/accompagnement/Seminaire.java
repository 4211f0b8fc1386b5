package fr.ptce.accompagnement;

import java.time.Instant;

/**
 * A seminar of the network of a region, or the inter-regional one. Theme, times, place and programme are null until the
 * date is chosen.
 *
 * @param region its code; that of the whole country for the inter-regional one
 * @param rang from 1 in the year of the region
 * @param changements how often the date was changed
 * @param autresPresents people who came without having been invited; null for none
 * @param motif why it was put off, called off or not held; null when it was not
 * @param alerte what the pilots must know; null when nothing
 */
record Seminaire(
        long id,
        String region,
        int annee,
        int rang,
        EtatDuSeminaire etat,
        String instance,
        String theme,
        Instant debut,
        Instant fin,
        String lieu,
        String programme,
        int changements,
        String compteRendu,
        String autresPresents,
        String motif,
        String alerte) {

    /** Business key of its process, {@code SEM-0042}. */
    public String reference() {
        return reference(id);
    }

    static String reference(long id) {
        return "SEM-%04d".formatted(id);
    }
}

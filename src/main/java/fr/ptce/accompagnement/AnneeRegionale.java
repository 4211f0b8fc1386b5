package fr.ptce.accompagnement;

import java.time.Instant;

/**
 * One year of experimentation in a region.
 *
 * @param seminairesPrevus 3 or 4
 * @param motifSelection why these projects were chosen; null when the pilot said nothing
 * @param motifSeminaires why the year ends with fewer than three seminars; null when it does not
 * @param bilan null until the region has given it
 * @param enseignements what the handbook should keep of the year; null as long as there is no bilan
 */
record AnneeRegionale(
        long id,
        String region,
        int annee,
        EtatDeLAnnee etat,
        int seminairesPrevus,
        Instant ouvertLe,
        String motifSelection,
        String motifSeminaires,
        String bilan,
        String enseignements,
        Instant bilanLe) {

    /** Projects that a region accompanies at least in a year (plan of action: at least three projects a region). */
    static final int PROJETS_AU_MOINS = 3;
    /** Seminars of the network held at least in a year (plan of action: a cycle of three or four). */
    static final int SEMINAIRES_AU_MOINS = 3;

    /** Business key of its process, {@code EXP-53-2027}. */
    public String reference() {
        return "EXP-" + region + "-" + annee;
    }
}

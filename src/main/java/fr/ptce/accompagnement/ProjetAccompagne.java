package fr.ptce.accompagnement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A project that a region accompanies in a year. What has not been written yet is null.
 *
 * @param nom name of the initiative
 * @param entreLe when it came into its state
 * @param instance id of its process instance; null before it starts
 * @param compte account of the accompagnateur who has or is offered the mission; null when nobody is
 */
record ProjetAccompagne(
        long id,
        long regional,
        String region,
        int annee,
        String initiative,
        String nom,
        EtatDuProjet etat,
        Instant entreLe,
        Instant ouvertLe,
        String instance,
        Long accompagnateur,
        String compte,
        String nomDeLAccompagnateur,
        Diagnostic diagnostic,
        Plan plan,
        Bilan bilan,
        Avis avis,
        String conclusion,
        String motifArret,
        Instant closLe) {

    /** What accompagnateur, porteur and partners found together. */
    record Diagnostic(LocalDate le, String forces, String freins, String priorites) {}

    /**
     * What the accompagnateur will do.
     *
     * @param seancesPrevues sessions foreseen
     * @param remarque what the pilot wants changed; null when the plan was never sent back
     */
    record Plan(String objectifs, String partiesPrenantes, int seancesPrevues, String remarque, Instant valideLe) {}

    /** What the accompaniment changed, what is left to do, what others may learn. */
    record Bilan(String resultats, String reste, String methode, Instant le) {}

    /** @param satisfaction 1 of no use to 5 very useful */
    record Avis(int satisfaction, String apports, String manques, Instant le) {}
}

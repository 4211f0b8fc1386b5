package fr.ptce.pilotage;

import java.time.Instant;

/**
 * An automatic step that failed and is not done yet.
 *
 * @param job id of the engine's job
 * @param etape name of the step in the diagram
 * @param processus French name of the process; null for work of the engine itself
 * @param instance id of the instance; null when none has begun, as for a timer that starts one
 * @param dossier business key; null when there is none
 * @param region code of its region; null when it has none
 * @param depuis when it failed first; null when this is forgotten
 * @param prochainEssai when it is tried again; null when it waits for somebody
 * @param suspendu whether its process is suspended
 * @param message technical message, for administrators only; null when there was none
 */
record Incident(
        String job,
        String etape,
        String processus,
        String instance,
        String dossier,
        String region,
        Instant depuis,
        Instant prochainEssai,
        boolean suspendu,
        String message) {

    public CauseDIncident cause() {
        return CauseDIncident.de(message);
    }

    /** Whether nothing happens until somebody retries. */
    public boolean attendQuelquUn() {
        return prochainEssai == null;
    }
}

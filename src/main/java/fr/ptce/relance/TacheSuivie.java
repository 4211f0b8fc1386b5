package fr.ptce.relance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An open user task that somebody is awaited for.
 *
 * @param tache id of the engine's task
 * @param processus key of its process
 * @param instance id of its process instance
 * @param element id of its element in the diagram
 * @param nom name of the element, without the dossier
 * @param dossier business key such as {@code PTCE-0042}; null when its process has none
 * @param region code of the region whose holidays count; null for those of Metropolitan France
 * @param correspondant role of the person outside who is awaited, such as {@code porteur}; null for an internal task
 * @param responsable id of the assignee; null when nobody took it
 * @param groupes ids of the candidate groups; never null
 * @param echeance due date; null when it has none
 * @param affecteePar who gave it to its assignee, until the assignee has been told; null otherwise
 * @param rappels reminders sent so far
 * @param escalade how far its delay was escalated: "responsable", "groupe" or "comite"; null when not
 * @param examineeLe last day for which the daily run looked at it; null when none did
 */
public record TacheSuivie(
        String tache,
        String processus,
        String instance,
        String element,
        String nom,
        String dossier,
        String region,
        String correspondant,
        String responsable,
        List<String> groupes,
        Instant creeeLe,
        Instant echeance,
        String affecteePar,
        int rappels,
        String escalade,
        LocalDate examineeLe) {

    public TacheSuivie {
        groupes = List.copyOf(groupes);
    }

    /** Whether somebody without an account is awaited. */
    public boolean externe() {
        return correspondant != null;
    }
}

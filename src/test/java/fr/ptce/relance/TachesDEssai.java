package fr.ptce.relance;

import java.time.Instant;
import java.util.List;

/** Tasks as the daily run would read them. */
final class TachesDEssai {

    private TachesDEssai() {}

    static TacheSuivie tache(
            String instance, String region, String correspondant, String responsable, List<String> groupes) {
        return tache("t1", instance, "PTCE-0042", region, correspondant, responsable, groupes);
    }

    static TacheSuivie tache(String id, String dossier) {
        return tache(id, "instance", dossier, "53", "porteur", null, List.of());
    }

    private static TacheSuivie tache(
            String id,
            String instance,
            String dossier,
            String region,
            String correspondant,
            String responsable,
            List<String> groupes) {
        return new TacheSuivie(
                id,
                "candidature",
                instance,
                "userTask_evaluerDossier",
                "Évaluer le dossier",
                dossier,
                region,
                correspondant,
                responsable,
                groupes,
                Instant.parse("2026-03-03T08:00:00Z"),
                Instant.parse("2026-03-24T17:00:00Z"),
                null,
                0,
                null,
                null);
    }
}

package fr.ptce.candidature;

import java.time.Instant;
import java.time.LocalDate;

/** Dossiers and reviews as their tables hold them. */
final class DossiersDEssai {

    private static final Instant DEPOT = Instant.parse("2026-03-02T09:00:00Z");

    private DossiersDEssai() {}

    static Dossier dossier(EtatDossier etat, String region, String decision) {
        return dossier(etat, region, decision, null, "Camille Exemple", "camille@tisserands.example");
    }

    static Dossier dossier(
            EtatDossier etat, String region, String decision, String themes, String contact, String courriel) {
        return new Dossier(
                "PTCE-0042",
                1,
                etat,
                Instruction.FORMULAIRE,
                "Pôle du Trégor",
                "Les Tisserands",
                null,
                region,
                null,
                null,
                themes,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                contact,
                courriel,
                null,
                DEPOT,
                DEPOT,
                "en-projet",
                null,
                false,
                decision,
                null,
                null,
                LocalDate.of(2026, 4, 29),
                false);
    }

    /** @param notes for the three goals; null for one that is not given */
    static Evaluation rendue(int rang, String relecteur, String recommandation, Integer... notes) {
        return evaluation(rang, relecteur, recommandation, DEPOT, notes);
    }

    static Evaluation demandee(int rang, String relecteur) {
        return evaluation(rang, relecteur, null, null, null, null, null);
    }

    private static Evaluation evaluation(
            int rang, String relecteur, String recommandation, Instant rendueLe, Integer... notes) {
        return new Evaluation(
                rang,
                "PTCE-0042",
                rang,
                "pilotes-53",
                relecteur,
                notes[0],
                null,
                notes[1],
                null,
                notes[2],
                null,
                recommandation,
                DEPOT,
                rendueLe);
    }
}

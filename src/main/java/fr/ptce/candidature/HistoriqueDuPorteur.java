package fr.ptce.candidature;

import fr.ptce.annuaire.Journal.Evenement;
import java.util.List;
import java.util.Optional;

/** What a porteur reads of the timeline of their dossier: what they know already, in words meant for them, and no author. */
final class HistoriqueDuPorteur {

    private HistoriqueDuPorteur() {}

    static List<Evenement> de(List<Evenement> evenements) {
        return evenements.stream()
                .flatMap(evenement -> lisible(evenement).stream())
                .toList();
    }

    private static Optional<Evenement> lisible(Evenement evenement) {
        return switch (evenement.nature()) {
            case "depot" -> Optional.of(dire(evenement, evenement.libelle()));
            case "complements" -> Optional.of(dire(evenement, "Compléments reçus."));
            case "retrait" -> Optional.of(dire(evenement, "Retrait demandé."));
            case "etat" ->
                EtatDossier.annoncePar(evenement).map(etat -> dire(evenement, etat.libelleDuPorteur() + "."));
            default -> Optional.empty();
        };
    }

    private static Evenement dire(Evenement evenement, String libelle) {
        return new Evenement(evenement.le(), evenement.nature(), null, libelle);
    }
}

package fr.ptce.relance;

import fr.ptce.courriel.PieceAJoindre;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All the address books of the rooms. */
@Component
class Correspondants {

    private final List<CarnetDAdresses> carnets;

    Correspondants(List<CarnetDAdresses> carnets) {
        this.carnets = List.copyOf(carnets);
    }

    /**
     * Who is awaited, if there is somebody to write to; otherwise the dossier's journal says so.
     *
     * @param role value of the property {@code destinataire}
     * @throws IllegalStateException when no room has this role: nobody would ever be written to
     */
    Optional<Correspondant> joindre(String role, String dossier, String tache) {
        CarnetDAdresses carnet = carnet(role);
        Optional<Correspondant> trouve = carnet.correspondant(dossier, tache);
        if (trouve.filter(Correspondants::aUneAdresse).isEmpty()) {
            carnet.signaler(dossier, "Aucun courriel envoyé : le dossier n’a pas d’adresse de contact.");
            return Optional.empty();
        }
        return trouve;
    }

    private CarnetDAdresses carnet(String role) {
        return carnets.stream()
                .filter(candidat -> candidat.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Aucun carnet d’adresses ne connaît le destinataire «\u00a0" + role + "\u00a0» du diagramme."));
    }

    /** What goes with the invitation to a task. */
    List<PieceAJoindre> pieces(String role, String dossier, String tache) {
        return carnet(role).pieces(dossier, tache);
    }

    /** Addresses of the people outside who are awaited, by task; one that has none is absent. */
    Map<String, String> adresses(Collection<TacheSuivie> taches) {
        Map<String, String> adresses = new HashMap<>();
        for (CarnetDAdresses carnet : carnets) {
            List<TacheSuivie> siennes = taches.stream()
                    .filter(tache -> carnet.role().equals(tache.correspondant()))
                    .toList();
            if (!siennes.isEmpty()) {
                adresses.putAll(carnet.adresses(siennes));
            }
        }
        return adresses;
    }

    private static boolean aUneAdresse(Correspondant correspondant) {
        return correspondant.courriel() != null && !correspondant.courriel().isBlank();
    }
}

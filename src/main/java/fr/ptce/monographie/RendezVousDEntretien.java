package fr.ptce.monographie;

import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.Organisateur;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.courriel.RendezVous;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** An interview as an appointment of somebody's calendar: one and the same through its changes and its cancellation. */
@Component
class RendezVousDEntretien {

    private final Organisateur organisateur;
    private final Clock horloge;

    RendezVousDEntretien(Organisateur organisateur, Clock horloge) {
        this.organisateur = organisateur;
        this.horloge = horloge;
    }

    PieceAJoindre piece(Entretien entretien, String pole, boolean annule) {
        return new RendezVous(
                        organisateur.uid("entretien-" + entretien.id()),
                        "Entretien pour la monographie de " + pole,
                        entretien.debut().atZone(HeureDeParis.ZONE),
                        entretien.fin().atZone(HeureDeParis.ZONE),
                        entretien.lieu(),
                        entretien.objet(),
                        organisateur.adresse(),
                        entretien.courriel(),
                        // A cancellation is a change too.
                        annule ? entretien.changements() + 1 : entretien.changements(),
                        annule)
                .piece(horloge.instant());
    }
}

package fr.ptce.accompagnement;

import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.Organisateur;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.courriel.RendezVous;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A seminar as an appointment of somebody's calendar: one and the same through its changes and its cancellation. */
@Component
class RendezVousDuSeminaire {

    private final Organisateur organisateur;
    private final Clock horloge;

    RendezVousDuSeminaire(Organisateur organisateur, Clock horloge) {
        this.organisateur = organisateur;
        this.horloge = horloge;
    }

    /** @param courriel address of the person invited */
    PieceAJoindre piece(Seminaire seminaire, String courriel, boolean annule) {
        return new RendezVous(
                        organisateur.uid(seminaire.reference().toLowerCase(Locale.ROOT)),
                        "Séminaire\u00a0: " + seminaire.theme(),
                        seminaire.debut().atZone(HeureDeParis.ZONE),
                        seminaire.fin().atZone(HeureDeParis.ZONE),
                        seminaire.lieu(),
                        seminaire.programme(),
                        organisateur.adresse(),
                        courriel,
                        seminaire.changements(),
                        annule)
                .piece(horloge.instant());
    }
}

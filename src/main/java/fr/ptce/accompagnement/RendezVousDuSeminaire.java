package fr.ptce.accompagnement;

import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.courriel.RendezVous;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A seminar as an appointment of somebody's calendar: one and the same through its changes and its cancellation. */
@Component
class RendezVousDuSeminaire {

    private final String organisateur;
    private final Clock horloge;

    RendezVousDuSeminaire(@Value("${ptce.courriel.expediteur}") String expediteur, Clock horloge)
            throws AddressException {
        this.organisateur = new InternetAddress(expediteur).getAddress();
        this.horloge = horloge;
    }

    /** @param courriel address of the person invited */
    PieceAJoindre piece(Seminaire seminaire, String courriel, boolean annule) {
        return new RendezVous(
                        seminaire.reference().toLowerCase() + organisateur.substring(organisateur.indexOf('@')),
                        "Séminaire\u00a0: " + seminaire.theme(),
                        seminaire.debut().atZone(HeureDeParis.ZONE),
                        seminaire.fin().atZone(HeureDeParis.ZONE),
                        seminaire.lieu(),
                        seminaire.programme(),
                        organisateur,
                        courriel,
                        seminaire.changements(),
                        annule)
                .piece(horloge.instant());
    }
}

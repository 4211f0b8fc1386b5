package fr.ptce.monographie;

import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.PieceAJoindre;
import fr.ptce.courriel.RendezVous;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An interview as an appointment of somebody's calendar: one and the same through its changes and its cancellation. */
@Component
class RendezVousDEntretien {

    private final String organisateur;
    private final Clock horloge;

    RendezVousDEntretien(@Value("${ptce.courriel.expediteur}") String expediteur, Clock horloge)
            throws AddressException {
        this.organisateur = new InternetAddress(expediteur).getAddress();
        this.horloge = horloge;
    }

    PieceAJoindre piece(Entretien entretien, String pole, boolean annule) {
        return new RendezVous(
                        "entretien-" + entretien.id() + organisateur.substring(organisateur.indexOf('@')),
                        "Entretien pour la monographie de " + pole,
                        entretien.debut().atZone(HeureDeParis.ZONE),
                        entretien.fin().atZone(HeureDeParis.ZONE),
                        entretien.lieu(),
                        entretien.objet(),
                        organisateur,
                        entretien.courriel(),
                        // A cancellation is a change too.
                        annule ? entretien.changements() + 1 : entretien.changements(),
                        annule)
                .piece(horloge.instant());
    }
}

package fr.ptce.courriel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The programme as whoever invites to an appointment: the sender of its e-mails. */
@Component
public class Organisateur {

    private final String adresse;

    Organisateur(@Value("${ptce.courriel.expediteur}") String expediteur) throws AddressException {
        this.adresse = new InternetAddress(expediteur).getAddress();
    }

    /** Bare address that gets the answers. */
    public String adresse() {
        return adresse;
    }

    /** What identifies an appointment through its changes, such as {@code entretien-12@ptce.example}. */
    public String uid(String nom) {
        return nom + adresse.substring(adresse.indexOf('@'));
    }
}

package fr.ptce.courriel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;

/** Checks addresses before they become headers. */
public final class Adresses {

    /** RFC 5321, with the 64 + 1 + 255 of the parts reduced to 254 by the length of a path. */
    private static final int LONGUEUR = 254;

    /** Visible ASCII only: most servers still do not offer SMTPUTF8. Excludes what separates or groups addresses. */
    private static final Pattern PARTIE_LOCALE = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");

    private Adresses() {}

    /**
     * A bare address, spaces around it removed, an accented domain in its ASCII form.
     *
     * @throws AdresseInvalide when it is missing, is not exactly one address, or holds a control character
     */
    public static InternetAddress verifier(String adresse) {
        if (adresse == null || adresse.isBlank()) {
            throw new AdresseInvalide("elle est vide.");
        }
        if (adresse.chars().anyMatch(Character::isISOControl)) {
            throw new AdresseInvalide("elle contient un retour à la ligne ou un caractère de contrôle.");
        }
        String nue = adresse.strip();
        int arobase = nue.lastIndexOf('@');
        if (nue.length() > LONGUEUR || arobase < 1) {
            throw new AdresseInvalide("la forme attendue est nom@domaine.");
        }
        String locale = nue.substring(0, arobase);
        if (!PARTIE_LOCALE.matcher(locale).matches()) {
            throw new AdresseInvalide("un caractère n’est pas accepté avant le @.");
        }
        return stricte(locale + "@" + domaineAscii(nue.substring(arobase + 1)));
    }

    /** The domain of the sender, which is also that of our Message-IDs. */
    static String domaine(InternetAddress adresse) {
        return adresse.getAddress().substring(adresse.getAddress().lastIndexOf('@') + 1);
    }

    private static String domaineAscii(String domaine) {
        try {
            return IDN.toASCII(domaine, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new AdresseInvalide("le domaine n’est pas correct.");
        }
    }

    private static InternetAddress stricte(String adresse) {
        try {
            return new InternetAddress(adresse, true);
        } catch (AddressException e) {
            throw new AdresseInvalide("la forme attendue est nom@domaine.");
        }
    }
}

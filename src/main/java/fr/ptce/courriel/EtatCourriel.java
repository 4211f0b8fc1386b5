package fr.ptce.courriel;

import java.util.Locale;

/** Where an e-mail of the ledger stands. */
public enum EtatCourriel {
    /** An attempt has begun and its end is not known: under way, or cut by a crash. */
    ENVOI("en cours d’envoi"),
    /** Accepted by the mail server. Final. */
    ENVOYE("envoyé"),
    /** The last attempt failed; the job will try again, or has become an incident. */
    ECHEC("échec"),
    /** The mail server does not know the recipient, or the address was suspended already. Final: not tried again. */
    REFUSE("adresse refusée");

    private final String libelle;

    EtatCourriel(String libelle) {
        this.libelle = libelle;
    }

    /** French label for a screen. */
    public String libelle() {
        return libelle;
    }

    boolean estFinal() {
        return this == ENVOYE || this == REFUSE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EtatCourriel duCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

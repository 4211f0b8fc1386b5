package fr.ptce.courriel;

import java.util.Locale;

/** Where an e-mail of the ledger stands. */
public enum EtatCourriel {
    /** An attempt has begun and its end is not known: under way, or cut by a crash. */
    ENVOI("en cours d’envoi"),
    /** Accepted by the mail server. */
    ENVOYE("envoyé"),
    /** The last attempt failed; the job will try again, or has become an incident. */
    ECHEC("échec");

    private final String libelle;

    EtatCourriel(String libelle) {
        this.libelle = libelle;
    }

    /** French label for a screen. */
    public String libelle() {
        return libelle;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EtatCourriel duCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

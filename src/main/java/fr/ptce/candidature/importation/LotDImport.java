package fr.ptce.candidature.importation;

import java.time.Instant;

/**
 * One file that was analysed, and perhaps imported.
 *
 * @param etat {@code analyse} (dry run only), {@code en-cours} or {@code termine}
 * @param empreinte SHA-256 of the file
 * @param colonnesIgnorees headers that the application does not know, null when there is none
 * @param creePar id of the user, null for the command line and the application
 * @param lanceLe null until the import is started
 * @param termineLe null until it is over
 */
public record LotDImport(
        long id,
        long campagne,
        String nomFichier,
        String empreinte,
        String colonnesIgnorees,
        String creePar,
        Instant creeLe,
        String etat,
        Instant lanceLe,
        Instant termineLe) {

    static final String ANALYSE = "analyse";
    static final String EN_COURS = "en-cours";
    static final String TERMINE = "termine";

    public boolean analyse() {
        return etat.equals(ANALYSE);
    }

    public boolean enCours() {
        return etat.equals(EN_COURS);
    }

    public boolean termine() {
        return etat.equals(TERMINE);
    }
}

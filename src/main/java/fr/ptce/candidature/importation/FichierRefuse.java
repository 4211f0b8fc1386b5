package fr.ptce.candidature.importation;

/** A file cannot be read as a whole, or an import cannot be started; the message says why, in French. */
public class FichierRefuse extends RuntimeException {

    FichierRefuse(String message) {
        super(message);
    }

    FichierRefuse(String message, Throwable cause) {
        super(message, cause);
    }
}

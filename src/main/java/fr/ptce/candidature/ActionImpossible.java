package fr.ptce.candidature;

/** The dossier is not, or no longer, where this action is possible; the message says so in French. */
public class ActionImpossible extends RuntimeException {

    ActionImpossible(String message, Throwable cause) {
        super(message, cause);
    }
}

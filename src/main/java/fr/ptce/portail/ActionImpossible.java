package fr.ptce.portail;

/** What is acted upon is not, or no longer, where this action is possible; the message says so in French. Nothing changed. */
public class ActionImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActionImpossible(String message) {
        super(message);
    }
}

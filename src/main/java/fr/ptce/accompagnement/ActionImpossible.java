package fr.ptce.accompagnement;

/** The project is not, or no longer, where this action is possible; the message says so in French. Nothing changed. */
class ActionImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ActionImpossible(String message) {
        super(message);
    }
}

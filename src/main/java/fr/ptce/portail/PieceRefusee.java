package fr.ptce.portail;

/** An attachment is not accepted; the message is French, for the person who sent it, and follows the name of the file. */
public class PieceRefusee extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PieceRefusee(String message) {
        super(message);
    }
}

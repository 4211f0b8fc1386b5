package fr.ptce.portail;

/** A file is not taken; the message says why, in French, to the person who sent it. */
public class PieceRefusee extends RuntimeException {

    PieceRefusee(String message) {
        super(message);
    }
}

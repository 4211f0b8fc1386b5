package fr.ptce.candidature;

/** A campaign cannot be created or changed so; the message says why, in French, for the person who asked. */
public class CampagneRefusee extends RuntimeException {

    CampagneRefusee(String message) {
        super(message);
    }
}

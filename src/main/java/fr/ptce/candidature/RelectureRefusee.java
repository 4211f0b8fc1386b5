package fr.ptce.candidature;

import org.camunda.bpm.engine.BadUserRequestException;

/** Somebody may not take this review; the message says why, in French, and Tasklist shows it. */
public class RelectureRefusee extends BadUserRequestException {

    RelectureRefusee(String message) {
        super(message);
    }
}

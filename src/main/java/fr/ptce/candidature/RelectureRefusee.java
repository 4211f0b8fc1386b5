package fr.ptce.candidature;

import fr.ptce.moteur.SaisieRefusee;

/** Somebody may not take this review; the message says why, in French, and Tasklist shows it. */
public class RelectureRefusee extends SaisieRefusee {

    RelectureRefusee(String message) {
        super(message);
    }
}

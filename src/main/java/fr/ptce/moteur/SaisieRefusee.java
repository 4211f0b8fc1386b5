package fr.ptce.moteur;

import fr.ptce.moteur.interne.RefusPresentable;

/**
 * What was given at the end of a task is refused; nothing has changed.
 *
 * <p>The webapps answer 400 with the message, which is in French and meant for the person who filled the form in.
 */
public abstract class SaisieRefusee extends RefusPresentable {

    private static final long serialVersionUID = 1L;

    protected SaisieRefusee(String message) {
        super(message);
    }
}

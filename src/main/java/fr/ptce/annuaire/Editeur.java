package fr.ptce.annuaire;

/** Publishes what other rooms have written: the toolbox does. */
public interface Editeur {

    /**
     * Takes a validated text, in the transaction of the caller. A work that was given already stays as it is.
     */
    void remettre(Manuscrit manuscrit);
}

package fr.ptce.courriel;

/**
 * An e-mail did not leave; a later attempt with the same key may succeed. The message names the model, the row of the
 * ledger and the reason, never the recipient: it ends up in logs and incidents. For the same reason there is no cause.
 */
public class EnvoiImpossible extends RuntimeException {

    private final String cle;

    EnvoiImpossible(String cle, long id, String modele, String raison) {
        super("Le courriel n°\u00a0" + id + " (" + modele + ") n’est pas parti\u00a0: " + raison);
        this.cle = cle;
    }

    /** Stopped before, or outside, the ledger. */
    EnvoiImpossible(String cle, String modele, String raison) {
        super("Le courriel (" + modele + ") n’est pas parti\u00a0: " + raison);
        this.cle = cle;
    }

    /** Key of the e-mail that was to leave. */
    public String cle() {
        return cle;
    }
}

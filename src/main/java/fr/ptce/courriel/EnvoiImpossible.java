package fr.ptce.courriel;

/**
 * The mail server did not take the message; a later attempt may succeed. The message names the row of the ledger and the
 * reason, never the recipient: it ends up in logs and incidents. For the same reason there is no cause.
 */
public class EnvoiImpossible extends RuntimeException {

    EnvoiImpossible(long id, String modele, String raison) {
        super("Le courriel n° " + id + " (" + modele + ") n’est pas parti : " + raison);
    }
}

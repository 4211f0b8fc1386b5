package fr.ptce.courriel;

/**
 * Told to the application when an e-mail ends as {@link EtatCourriel#REFUSE}: once for each such e-mail, in the
 * transaction that records it. A listener that fails undoes that transaction; the e-mail is then tried again.
 *
 * <p>That transaction is not the one of the job that sends: a listener writes to our tables at once, but what it does in
 * the engine is only kept when the job ends.
 *
 * @param adresse address of the recipient
 * @param dossier business key, or {@code null}
 * @param motif in French, without the address
 */
public record AdresseRefusee(String adresse, String dossier, String motif) {}

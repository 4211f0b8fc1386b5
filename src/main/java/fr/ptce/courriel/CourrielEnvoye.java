package fr.ptce.courriel;

import java.time.Instant;

/**
 * A row of the ledger of e-mails, for a dossier's timeline.
 *
 * @param id number in the ledger
 * @param dossier business key, or {@code null}
 * @param destinataire address
 * @param modele name of the model
 * @param objet full subject
 * @param texte text version; once the e-mail has left (or failed), the secret of a personal link is replaced by “…”
 * @param html HTML version, likewise
 * @param etat where it stands
 * @param tentatives number of attempts begun, at least 1
 * @param derniereErreur short message of the last failure, or why the address is refused, or {@code null}
 * @param creeLe when the first attempt began
 * @param envoyeLe when the server accepted it, or {@code null}
 */
public record CourrielEnvoye(
        long id,
        String dossier,
        String destinataire,
        String modele,
        String objet,
        String texte,
        String html,
        EtatCourriel etat,
        int tentatives,
        String derniereErreur,
        Instant creeLe,
        Instant envoyeLe) {}

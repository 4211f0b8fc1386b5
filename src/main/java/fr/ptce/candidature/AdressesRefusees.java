package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.courriel.AdresseRefusee;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the pilots of a dossier that its contact can no longer be written to. */
@Component
class AdressesRefusees {

    private final Journal journal;
    private final Dossiers dossiers;

    AdressesRefusees(Journal journal, Dossiers dossiers) {
        this.journal = journal;
        this.dossiers = dossiers;
    }

    /** In the transaction of the ledger; an e-mail that belongs to no dossier is in the list of suspended addresses. */
    @EventListener
    public void noter(AdresseRefusee refus) {
        if (refus.dossier() != null && dossiers.chercher(refus.dossier()).isPresent()) {
            journal.consigner(
                    refus.dossier(),
                    "alerte",
                    null,
                    "Un courriel n’a pas pu être remis\u00a0: l’adresse " + refus.adresse()
                            + " est refusée. Appelez le porteur, puis corrigez l’adresse ou levez la suspension.");
        }
    }
}

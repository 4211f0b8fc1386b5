package fr.ptce.monographie;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The e-mails about a monograph that ask for no answer. Each one has an occasion of its own, so that a retried job sends
 * nothing twice.
 */
@Service
class CourriersDeLaMonographie {

    private final Courriels courriels;
    private final Monographies monographies;
    private final Entretiens entretiens;
    private final Initiatives initiatives;
    private final CarnetDesPersonnes carnet;
    private final RendezVousDEntretien rendezVous;

    CourriersDeLaMonographie(
            Courriels courriels,
            Monographies monographies,
            Entretiens entretiens,
            Initiatives initiatives,
            CarnetDesPersonnes carnet,
            RendezVousDEntretien rendezVous) {
        this.courriels = courriels;
        this.monographies = monographies;
        this.entretiens = entretiens;
        this.initiatives = initiatives;
        this.carnet = carnet;
        this.rendezVous = rendezVous;
    }

    /** Tells the pôle that its silence is an agreement now. */
    void annoncerLAccordTacite(long id) {
        Monographie monographie = monographies.lire(id);
        auPole(monographie, "accord-tacite", Map.of());
    }

    /** Tells the pôle that there will be no monograph, and those who have an appointment that it is off. */
    void annoncerLAbandon(long id) {
        Monographie monographie = monographies.lire(id);
        auPole(monographie, "abandon-monographie", Map.of("motif", monographie.motif()));
        entretiens.deLaMonographie(id).stream()
                .filter(entretien ->
                        entretien.etat() == EtatDEntretien.PROPOSE || entretien.etat() == EtatDEntretien.ACCEPTE)
                .forEach(entretien -> annuler(monographie, entretien));
    }

    private void auPole(Monographie monographie, String modele, Map<String, Object> autres) {
        Initiative initiative = initiatives.chercher(monographie.initiative()).orElseThrow();
        if (!initiative.aUneAdresse()) {
            return;
        }
        Map<String, Object> variables = new HashMap<>(autres);
        variables.put("pole", monographie.nom());
        variables.put("contactNom", initiative.contactNom());
        courriels.envoyer(new CourrielAEnvoyer(
                modele + ":" + monographie.reference() + ":" + monographie.tour(),
                monographie.reference(),
                initiative.contactCourriel(),
                modele,
                variables,
                List.of()));
    }

    private void annuler(Monographie monographie, Entretien entretien) {
        Map<String, Object> variables = new HashMap<>(carnet.details(entretien));
        variables.put("contactNom", entretien.nom());
        courriels.envoyer(new CourrielAEnvoyer(
                "annulation-entretien:" + entretien.id() + ":" + entretien.changements(),
                monographie.reference(),
                entretien.courriel(),
                "annulation-entretien",
                variables,
                List.of(rendezVous.piece(entretien, monographie.nom(), true))));
        entretiens.etat(entretien.id(), EtatDEntretien.ABANDONNE);
    }
}

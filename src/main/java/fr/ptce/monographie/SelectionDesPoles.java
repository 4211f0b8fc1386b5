package fr.ptce.monographie;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionImpossible;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choice of the pôles that a monograph is written of. */
@Service
class SelectionDesPoles {

    /** A pôle that somebody chooses, with what only they know of it. */
    record Choix(String initiative, Milieu milieu, GenreDePole genre) {}

    private static final String OPERATIONNEL = "operationnel";

    private final Initiatives initiatives;
    private final Monographies monographies;
    private final MonographieProcess processus;

    SelectionDesPoles(Initiatives initiatives, Monographies monographies, MonographieProcess processus) {
        this.initiatives = initiatives;
        this.monographies = monographies;
        this.processus = processus;
    }

    /**
     * Starts the monographs of these pôles, all or none.
     *
     * @throws ActionImpossible when one is not operational, not followed by the agent, withdrawn, without an address for
     *     its review, or has a monograph already
     */
    @Transactional
    List<Monographie> retenir(Agent agent, List<Choix> choix) {
        return choix.stream().map(un -> retenir(agent, un)).toList();
    }

    private Monographie retenir(Agent agent, Choix choix) {
        Initiative initiative = initiatives
                .verrouiller(choix.initiative())
                .filter(connue -> agent.suit(connue.region()))
                .filter(connue -> OPERATIONNEL.equals(connue.categorie()) && !connue.retiree())
                .orElseThrow(() -> new ActionImpossible(
                        "Le pôle " + choix.initiative() + " ne peut pas être retenu\u00a0: rien n’a été changé."));
        if (monographies.existePour(initiative.numero())) {
            throw new ActionImpossible(
                    "Il y a déjà une monographie du pôle " + initiative.nom() + "\u00a0: rien n’a été changé.");
        }
        if (!initiative.aUneAdresse()) {
            throw new ActionImpossible("Le pôle " + initiative.nom()
                    + " n’a pas d’adresse de courriel\u00a0: il ne pourrait pas relire sa monographie. Complétez"
                    + " d’abord son dossier.");
        }
        long id = monographies.ouvrir(
                initiative.numero(), initiative.region(), choix.milieu(), choix.genre(), agent.id());
        monographies.instance(id, processus.demarrer(monographies.lire(id)));
        return monographies.lire(id);
    }
}

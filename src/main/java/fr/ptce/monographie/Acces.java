package fr.ptce.monographie;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.Visiteur;

/** Who may do what with a monograph: its pages are for rédacteurs, pilots and the committee, within their regions. */
final class Acces {

    private Acces() {}

    static boolean voit(Agent agent, Monographie monographie) {
        return Visiteur.REDACTEURS.admet(agent) && agent.suit(monographie.region());
    }

    static boolean estLAuteur(Agent agent, Monographie monographie) {
        return agent.id().equals(monographie.auteur());
    }

    /** The notes of the interviews are for the author and the pilots only. */
    static boolean litLesNotes(Agent agent, Monographie monographie) {
        return estLAuteur(agent, monographie)
                || (voit(agent, monographie) && agent.estDans(Groupes.PILOTES))
                || agent.estDans(Groupes.ADMINISTRATION);
    }

    /** Whether the agent may change the list of people and documents now. */
    static boolean prepare(Agent agent, Monographie monographie) {
        return estLAuteur(agent, monographie) && monographie.surLeTerrain();
    }

    /** Whether the agent may write the text now; another rédacteur may help the author out. */
    static boolean ecrit(Agent agent, Monographie monographie) {
        return monographie.enRedaction()
                && (estLAuteur(agent, monographie) || (voit(agent, monographie) && agent.estDans(Groupes.REDACTEURS)));
    }

    /** Whether the agent may choose pôles and give a monograph up. */
    static boolean conduit(Agent agent) {
        return Visiteur.PILOTES_SEULS.admet(agent);
    }
}

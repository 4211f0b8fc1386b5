package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;

/** What a pilot may do with what they meet. */
final class Pouvoirs {

    private Pouvoirs() {}

    /**
     * Whether the agent may intervene: what belongs to no region concerns all of them, hence those only who follow all.
     *
     * @param region null for what belongs to no region
     */
    static boolean intervient(Agent agent, String region) {
        return region != null || agent.decide() || agent.estDans(Groupes.PILOTES_NATIONAUX);
    }
}

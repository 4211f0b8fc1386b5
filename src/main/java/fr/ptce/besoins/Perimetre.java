package fr.ptce.besoins;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Initiative;
import fr.ptce.moteur.Agent;
import java.util.Map;
import java.util.Set;

/**
 * The initiatives that an agent meets: those of their territories, all of them for an administrator.
 *
 * @param condition SQL on the table {@code initiative i}, never empty
 */
record Perimetre(String condition, Map<String, Object> parametres) {

    /** No region has it: an agent without a territory meets no initiative, and SQL knows no empty list. */
    private static final Set<String> NULLE_PART = Set.of("-");

    static Perimetre de(Agent agent) {
        if (agent.estDans(Groupes.ADMINISTRATION)) {
            return new Perimetre("1 = 1", Map.of());
        }
        return new Perimetre(
                "i.region in (:territoires)",
                Map.of("territoires", agent.territoires().isEmpty() ? NULLE_PART : agent.territoires()));
    }

    /** Whether the agent meets this initiative. */
    static boolean comprend(Agent agent, Initiative initiative) {
        return agent.estDans(Groupes.ADMINISTRATION) || agent.territoires().contains(initiative.region());
    }
}

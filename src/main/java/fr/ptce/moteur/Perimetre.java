package fr.ptce.moteur;

import fr.ptce.annuaire.Groupes;
import java.util.Map;
import java.util.Set;

/**
 * The regions that an agent follows, as SQL: those of their territories, all of them for an administrator.
 *
 * @param condition to be put after a {@code where}, never empty
 */
public record Perimetre(String condition, Map<String, Object> parametres) {

    /** No region has it: an agent without a territory follows none, and SQL knows no empty list. */
    private static final Set<String> NULLE_PART = Set.of("-");

    public Perimetre {
        parametres = Map.copyOf(parametres);
    }

    /**
     * The rows of the regions that an agent follows, all of them for an administrator.
     *
     * @param colonne holds the code of a region, such as {@code d.region}; never to be given what a user wrote
     */
    public static Perimetre sur(String colonne, Agent agent) {
        if (agent.estDans(Groupes.ADMINISTRATION)) {
            return new Perimetre("1 = 1", Map.of());
        }
        return new Perimetre(
                colonne + " in (:territoires)",
                Map.of("territoires", agent.territoires().isEmpty() ? NULLE_PART : agent.territoires()));
    }
}

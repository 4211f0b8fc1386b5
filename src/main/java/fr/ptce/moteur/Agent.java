package fr.ptce.moteur;

import fr.ptce.annuaire.Groupes;
import java.util.Set;

/**
 * Somebody of the programme who is logged in, with an account of the engine. In a controller:
 * {@code @AuthenticationPrincipal Agent agent}.
 *
 * @param id id of the account, such as {@code pilote.bretagne}; never null
 * @param groupes ids of the groups they belong to; empty when none
 * @param territoires ids of the tenants they belong to, directly or by a group; empty when none
 */
public record Agent(String id, Set<String> groupes, Set<String> territoires) {

    /** Group whose members administer the application. */
    public static final String ADMINISTRATEURS = "camunda-admin";

    public Agent {
        groupes = Set.copyOf(groupes);
        territoires = Set.copyOf(territoires);
    }

    /** Says whether the agent belongs to the group; false for an unknown group. */
    public boolean estDans(String groupe) {
        return groupes.contains(groupe);
    }

    /** Whether the agent follows this region: it is one of their territories, or they are an administrator. */
    public boolean suit(String region) {
        return estDans(Groupes.ADMINISTRATION) || territoires.contains(region);
    }

    /** Whether the agent decides with the committee, and sees every review. */
    public boolean decide() {
        return estDans(Groupes.COMITE) || estDans(Groupes.ADMINISTRATION);
    }

    /** Whether the agent may open the pilots' pages at all: pilots, the committee and administrators. */
    public boolean pilote() {
        return estDans(Groupes.PILOTES) || decide();
    }
}

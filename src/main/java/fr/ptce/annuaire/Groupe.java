package fr.ptce.annuaire;

import java.util.Set;

/**
 * A group of users, from {@code annuaire/groupes.csv}.
 *
 * @param id identifier in the engine
 * @param nom name shown to users
 * @param type kind of group: {@code commun} (everybody of a role), {@code pilotes-region}, {@code pilotes-national},
 *     {@code pilotes-reseau}, {@code comite}, {@code accompagnateurs-region}, {@code redacteurs}, {@code administration}
 * @param territoires codes of the regions whose dossiers the group may meet, {@code *} for all; never null
 */
public record Groupe(String id, String nom, String type, Set<String> territoires) {

    public Groupe {
        territoires = Set.copyOf(territoires);
    }

    /** Whether the group is bound to no region. */
    public boolean partout() {
        return territoires.contains("*");
    }
}

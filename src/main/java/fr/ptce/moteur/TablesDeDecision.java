package fr.ptce.moteur;

import java.util.Map;
import java.util.Optional;

/**
 * Applies deployed decision tables outside a process, without a trace in the engine's history: for what is asked
 * thousands of times a day, or only looked at in advance.
 */
public interface TablesDeDecision {

    /**
     * The rule that fired.
     *
     * @param sorties its outputs by name
     * @param motif its description
     */
    record Regle(Map<String, Object> sorties, String motif) {}

    /** One version of a table, to be applied many times. */
    interface Table {

        /** Empty when no rule fires. */
        Optional<Regle> appliquer(Map<String, Object> entrees);
    }

    /**
     * The latest version of a table with hit policy FIRST or UNIQUE.
     *
     * @param decision key of the decision
     * @throws java.util.NoSuchElementException when no such table is deployed
     */
    Table derniere(String decision);
}

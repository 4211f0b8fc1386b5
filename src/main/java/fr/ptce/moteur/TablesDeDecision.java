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

    /**
     * Applies the latest version of a table with hit policy FIRST or UNIQUE.
     *
     * @param decision key of the decision
     * @return empty when no rule fires
     * @throws java.util.NoSuchElementException when no such table is deployed
     */
    Optional<Regle> appliquer(String decision, Map<String, Object> entrees);
}

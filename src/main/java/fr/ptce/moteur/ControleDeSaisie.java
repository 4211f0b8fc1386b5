package fr.ptce.moteur;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What the engine asks before it lets anybody, by whatever way, complete a task that has a form.
 *
 * <p>Implemented by the room {@code formulaire}; the engine only knows that somebody checks.
 */
public interface ControleDeSaisie {

    /**
     * Checks what is given for a task against the form of this task.
     *
     * @return the values to keep, by name: hidden and read-only fields are dropped, lists and groups may come as
     *     {@link java.util.Collection} and {@link Map}
     * @throws SaisieRefusee if a value is refused or missing
     */
    Map<String, Object> verifier(Saisie saisie);

    /**
     * What is given for a task.
     *
     * @param version identifies a deployed form that never changes, or null when it must be read again each time
     * @param formulaire reads the text of the deployed form (JSON)
     * @param valeurs by name, engine typed values or plain ones; never null
     * @param contexte reads the other variables that the task sees, by name
     * @param partielle true when fields may be missing: the task ends by an error, an escalation or is handed back
     */
    record Saisie(
            String version,
            Supplier<byte[]> formulaire,
            Map<String, Object> valeurs,
            Supplier<Map<String, Object>> contexte,
            boolean partielle) {}
}

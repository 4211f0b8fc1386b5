package fr.ptce.relance;

import java.util.Map;

/**
 * Somebody outside who is awaited for a task, as {@link CarnetDAdresses} knows them.
 *
 * @param nom name for the greeting; null when it is not known
 * @param courriel e-mail address; null when there is none, and then a pilot has to ring them up
 * @param initiative what the dossier is about
 * @param details what the model of the invitation shows besides; never null
 */
public record Correspondant(String nom, String courriel, String initiative, Map<String, Object> details) {

    public Correspondant {
        details = Map.copyOf(details);
    }
}

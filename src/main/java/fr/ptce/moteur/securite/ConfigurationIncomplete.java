package fr.ptce.moteur.securite;

import java.util.List;

/** The profile {@code prod} must not start: says why, property by property. */
class ConfigurationIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigurationIncomplete(List<String> manques) {
        super("Refus de démarrer en production :\n  - " + String.join("\n  - ", manques));
    }
}

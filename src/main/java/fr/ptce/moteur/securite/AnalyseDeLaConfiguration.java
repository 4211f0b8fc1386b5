package fr.ptce.moteur.securite;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows {@link ConfigurationIncomplete} without its stack trace. */
class AnalyseDeLaConfiguration extends AbstractFailureAnalyzer<ConfigurationIncomplete> {

    @Override
    protected FailureAnalysis analyze(Throwable racine, ConfigurationIncomplete cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Renseignez ces propriétés (variables d’environnement ou fichier de configuration), puis relancez.",
                cause);
    }
}

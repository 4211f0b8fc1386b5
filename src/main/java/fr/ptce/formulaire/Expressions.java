package fr.ptce.formulaire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** FEEL expressions of forms: texts that start with {@code =}. Calls of Java functions are disabled. */
final class Expressions {

    private static final FeelEngineApi FEEL =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    /** Bounded by the number of expressions in deployed forms: only texts of forms are ever parsed. */
    private static final Map<String, ParsedExpression> ANALYSEES = new ConcurrentHashMap<>();

    private Expressions() {}

    static boolean estUneExpression(String texte) {
        return texte != null && texte.startsWith("=");
    }

    /** @throws IllegalArgumentException if the text is no FEEL expression */
    static void verifier(String texte) {
        analyser(texte);
    }

    /** Empty when the result is null or the evaluation fails, as in the browser. */
    static Optional<Object> evaluer(String texte, Map<String, Object> donnees) {
        EvaluationResult resultat = FEEL.evaluate(analyser(texte), donnees);
        return resultat.isSuccess() ? Optional.ofNullable(resultat.result()) : Optional.empty();
    }

    static boolean estVrai(String texte, Map<String, Object> donnees) {
        return evaluer(texte, donnees).filter(Boolean.TRUE::equals).isPresent();
    }

    private static ParsedExpression analyser(String texte) {
        return ANALYSEES.computeIfAbsent(texte, Expressions::analyserUneFois);
    }

    private static ParsedExpression analyserUneFois(String texte) {
        ParseResult resultat = FEEL.parseExpression(texte.substring(1));
        if (resultat.isFailure()) {
            throw new IllegalArgumentException("Not a FEEL expression: " + texte);
        }
        return resultat.parsedExpression();
    }
}

package fr.ptce.moteur;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the code and the diagrams of a room understand of the answers of its decision tables. A table that answers
 * anything else stops whoever applied it ({@link SortieInconnue}): a value that nobody reads must not do nothing.
 *
 * <p>Each room with tables has one such bean; a test reads them all and compares them with the tables.
 */
public interface SortiesDesTables {

    /** Every output of every table of the room. */
    List<Sortie> sorties();

    /**
     * One output.
     *
     * @param table id of the decision
     * @param nom name of the output
     * @param comprise whether a value is understood; is given null when a rule answers nothing
     * @param attendu what is understood, in French, for the message
     */
    record Sortie(String table, String nom, Predicate<Object> comprise, String attendu) {

        /** One of these texts. */
        public static Sortie parmi(String table, String nom, Collection<String> valeurs) {
            Set<String> connues = Set.copyOf(valeurs);
            return new Sortie(
                    table,
                    nom,
                    valeur -> valeur != null && connues.contains(valeur),
                    String.join(", ", new TreeSet<>(valeurs)));
        }

        /** A text for people. */
        public static Sortie texte(String table, String nom) {
            return new Sortie(
                    table, nom, valeur -> valeur instanceof String texte && !texte.isBlank(), "un texte, non vide");
        }

        /** A whole number. */
        public static Sortie entier(String table, String nom) {
            return new Sortie(
                    table, nom, valeur -> valeur instanceof Integer || valeur instanceof Long, "un nombre entier");
        }

        /**
         * Lets only a value pass that somebody understands.
         *
         * @throws SortieInconnue when the value is not understood
         */
        public void exiger(Object valeur) {
            if (!comprise.test(valeur)) {
                throw new SortieInconnue(this, valeur);
            }
        }
    }
}

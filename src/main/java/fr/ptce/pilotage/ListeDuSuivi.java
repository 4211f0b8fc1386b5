package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * One kind of rows behind the figures of the dashboard: what to read of the database, and what to show of it. {@link
 * ListesDuSuivi} counts, sorts, pages and exports them all alike.
 *
 * @param <L> a row as it is read
 */
interface ListeDuSuivi<L> {

    /**
     * One column.
     *
     * @param id in the address of a sorted list
     * @param ordre SQL to sort by
     * @param nombre whether it holds numbers
     */
    record Colonne(String id, String titre, String ordre, boolean nombre) {

        static Colonne de(String id, String titre, String ordre) {
            return new Colonne(id, titre, ordre, false);
        }

        static Colonne nombre(String id, String titre, String ordre) {
            return new Colonne(id, titre, ordre, true);
        }
    }

    /**
     * One cell.
     *
     * @param valeur a text, a number, a {@link java.time.LocalDate}, or null
     * @param lien page that says more; null when there is none
     * @param alerte whether it is a delay or a failure
     */
    record Cellule(Object valeur, String lien, boolean alerte) {

        static Cellule de(Object valeur) {
            return new Cellule(valeur, null, false);
        }

        static Cellule lien(Object valeur, String lien) {
            return new Cellule(valeur, lien, false);
        }

        static Cellule alerte(Object valeur, boolean alerte) {
            return new Cellule(valeur, null, alerte);
        }
    }

    /**
     * What to read.
     *
     * @param colonnes SQL after {@code select}
     * @param suite SQL from {@code from} on, without an order
     * @param resume what is asked for besides the filters of the dashboard, in French; empty when nothing is
     */
    record Requete(String colonnes, String suite, Map<String, Object> parametres, List<String> resume) {}

    /** Last part of its address. */
    String chemin();

    String titre();

    /** What is said when there is no row. */
    String vide();

    /** Parameters of the address that are its own. */
    List<String> criteres();

    /** The first one sorts when the address does not say; a row that sorts like another one is told apart by {@code unique}. */
    List<Colonne> colonnes();

    /** Whether the first column sorts from last to first when the address does not say. */
    boolean decroissante();

    /** SQL that differs from row to row. */
    String unique();

    /**
     * What is read for an agent.
     *
     * @param criteres those of {@link #criteres()} that the address gives; what is not understood is left out
     */
    Requete requete(Agent agent, FiltreDuSuivi filtre, Map<String, String> criteres);

    L lire(ResultSet ligne, int rang) throws SQLException;

    /** The cells of some rows, in the order of the columns. */
    List<List<Cellule>> montrer(List<L> lignes);
}

package fr.ptce.moteur;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Why a decision table answered what it answered: inputs, rules that fired and version of the table. It stays with the
 * dossier longer than the engine's history (design, "Explained decisions").
 */
@Repository
public class DecisionsExpliquees {

    /**
     * One evaluation of a table.
     *
     * @param decision id of the decision in the DMN file
     * @param nom its French name
     * @param version version of the deployed table
     * @param entrees one {@code label : value} a line
     * @param regles one {@code number. description} a line, empty when no rule fired
     * @param resultat the output values, separated by {@code " · "}
     */
    public record Explication(
            String decision, String nom, int version, Instant le, String entrees, String regles, String resultat) {

        /** The description of the rules, without their numbers. */
        public String motif() {
            return regles.replaceAll("(?m)^Règle \\d+ : ", "").replace('\n', ' ');
        }
    }

    private static final int MAXIMUM = 200;

    private final JdbcClient jdbc;
    private final Clock horloge;

    DecisionsExpliquees(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Keeps an explanation in the transaction of the evaluation. */
    public void consigner(
            String dossier,
            String processInstance,
            String decision,
            String nom,
            int version,
            String entrees,
            String regles,
            String resultat) {
        jdbc.sql("""
                        insert into decision_expliquee
                          (dossier, process_instance, decision, nom, version, evaluee_le, entrees, regles, resultat)
                        values (:dossier, :instance, :decision, :nom, :version, :le, :entrees, :regles, :resultat)
                        """)
                .param("dossier", dossier)
                .param("instance", processInstance)
                .param("decision", decision)
                .param("nom", nom)
                .param("version", version)
                .param("le", Timestamp.from(horloge.instant()))
                .param("entrees", entrees)
                .param("regles", regles)
                .param("resultat", resultat)
                .update();
    }

    /** The explanations of a dossier, oldest first, 200 at most. */
    public List<Explication> duDossier(String dossier) {
        return jdbc.sql(
                        "select * from decision_expliquee where dossier = :dossier order by evaluee_le, id limit :maximum")
                .param("dossier", dossier)
                .param("maximum", MAXIMUM)
                .query(DecisionsExpliquees::ligne)
                .list();
    }

    /**
     * The explanations that one process instance of a dossier asked for, oldest first, 200 at most.
     *
     * @param dossier business key of the instance; null gives none, since nothing is explained without one
     */
    public List<Explication> deLInstance(String dossier, String instance) {
        return jdbc.sql("select * from decision_expliquee where dossier = :dossier and process_instance = :instance"
                        + " order by evaluee_le, id limit :maximum")
                .param("dossier", dossier)
                .param("instance", instance)
                .param("maximum", MAXIMUM)
                .query(DecisionsExpliquees::ligne)
                .list();
    }

    /** The latest explanation of one decision of a dossier. */
    public Optional<Explication> derniere(String dossier, String decision) {
        return jdbc.sql("select * from decision_expliquee where dossier = :dossier and decision = :decision"
                        + " order by evaluee_le desc, id desc limit 1")
                .param("dossier", dossier)
                .param("decision", decision)
                .query(DecisionsExpliquees::ligne)
                .optional();
    }

    private static Explication ligne(ResultSet r, int rang) throws SQLException {
        return new Explication(
                r.getString("decision"),
                r.getString("nom"),
                r.getInt("version"),
                Sql.instant(r, "evaluee_le"),
                r.getString("entrees"),
                r.getString("regles"),
                r.getString("resultat"));
    }
}

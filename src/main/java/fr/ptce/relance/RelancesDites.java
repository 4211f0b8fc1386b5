package fr.ptce.relance;

import fr.ptce.base.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told about a task, for those who look into it. */
@Component
public class RelancesDites {

    /**
     * One reminder that left.
     *
     * @param quoi what it was, in French
     * @param destinataire id of an account, or the address of somebody outside
     * @param externe whether it is such an address
     */
    public record Dite(Instant le, String quoi, String destinataire, boolean externe) {}

    private final JdbcClient jdbc;

    RelancesDites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first, fifty at most; empty when nobody was told anything. */
    public List<Dite> deLaTache(String tache) {
        return jdbc.sql("select envoyee_le, nature, destinataire, externe from relance"
                        + " where tache = :tache and etat = 'envoyee' order by id desc fetch first 50 rows only")
                .param("tache", tache)
                .query((ligne, rang) -> new Dite(
                        Sql.instant(ligne, "envoyee_le"),
                        RelancesController.NATURES.getOrDefault(ligne.getString("nature"), "Rappel"),
                        ligne.getString("destinataire"),
                        ligne.getBoolean("externe")))
                .list();
    }
}

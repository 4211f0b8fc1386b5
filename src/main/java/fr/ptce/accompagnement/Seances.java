package fr.ptce.accompagnement;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the sessions. */
@Repository
class Seances {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Seances(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * One session as its report tells it.
     *
     * @param minutes time given, the preparation too
     * @param accompagnateur name of who led it
     */
    record Seance(
            long id,
            LocalDate tenueLe,
            int minutes,
            String accompagnateur,
            String participants,
            String decisions,
            String suite) {}

    void consigner(long projet, Long accompagnateur, Seance seance, String par) {
        jdbc.sql("""
                        insert into seance (projet, accompagnateur, tenue_le, duree_minutes, participants, decisions, suite,
                          saisie_par, saisie_le)
                        values (:projet, :accompagnateur, :tenue, :minutes, :participants, :decisions, :suite, :par, :le)
                        """)
                .param("projet", projet)
                .param("accompagnateur", accompagnateur)
                .param("tenue", Date.valueOf(seance.tenueLe()))
                .param("minutes", seance.minutes())
                .param("participants", seance.participants())
                .param("decisions", seance.decisions())
                .param("suite", seance.suite())
                .param("par", par)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
    }

    /** The sessions of a project, the latest first. */
    List<Seance> duProjet(long projet) {
        return jdbc.sql(
                        "select s.*, a.prenom, a.nom from seance s left join accompagnateur a on a.id = s.accompagnateur"
                                + " where s.projet = :projet order by s.tenue_le desc, s.id desc")
                .param("projet", projet)
                .query((r, rang) -> new Seance(
                        r.getLong("id"),
                        r.getDate("tenue_le").toLocalDate(),
                        r.getInt("duree_minutes"),
                        r.getString("prenom") == null ? "" : r.getString("prenom") + " " + r.getString("nom"),
                        r.getString("participants"),
                        r.getString("decisions"),
                        r.getString("suite")))
                .list();
    }
}

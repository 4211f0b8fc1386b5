package fr.ptce.annuaire;

import fr.ptce.base.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each dossier, in French sentences: one thread of the timeline. Nothing is ever changed in it. */
@Repository
public class Journal {

    /**
     * One event.
     *
     * @param nature kind of event: {@code depot}, {@code etat}, {@code complements}, {@code relecture},
     *     {@code decision}, {@code correction}, {@code retrait}, {@code alerte}, {@code besoins},
     *     {@code accompagnement}, {@code pilotage}
     * @param auteur id of the user who acted, null for the porteur and for the application
     */
    public record Evenement(Instant le, String nature, String auteur, String libelle) {}

    private static final int MAXIMUM = 500;

    private final JdbcClient jdbc;
    private final Clock horloge;

    Journal(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Adds an event of now; {@code auteur} may be null. */
    public void consigner(String dossier, String nature, String auteur, String libelle) {
        jdbc.sql("""
                        insert into evenement (dossier, survenu_le, nature, auteur, libelle)
                        values (:dossier, :le, :nature, :auteur, :libelle)
                        """)
                .param("dossier", dossier)
                .param("le", Timestamp.from(horloge.instant()))
                .param("nature", nature)
                .param("auteur", auteur)
                .param("libelle", libelle.length() > 2000 ? libelle.substring(0, 1999) + "…" : libelle)
                .update();
    }

    /** The latest events of a dossier (500 at most), oldest first. */
    public List<Evenement> duDossier(String dossier) {
        return jdbc.sql("""
                        select * from (select * from evenement where dossier = :dossier
                          order by survenu_le desc, id desc limit :maximum) recents
                        order by survenu_le, id
                        """)
                .param("dossier", dossier)
                .param("maximum", MAXIMUM)
                .query((r, rang) -> new Evenement(
                        Sql.instant(r, "survenu_le"),
                        r.getString("nature"),
                        r.getString("auteur"),
                        r.getString("libelle")))
                .list();
    }
}

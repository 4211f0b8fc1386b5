package fr.ptce.relance;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open user tasks and what was told about them: table {@code tache_suivie}. */
@Component
public class TachesSuivies {

    static final String LECTURE = "select tache, processus, instance, element, nom, dossier, region,"
            + " correspondant, responsable, groupes, creee_le, echeance, affectee_par, rappels, escalade, examinee_le"
            + " from tache_suivie ";

    private final JdbcClient jdbc;

    TachesSuivies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void inscrire(TacheSuivie t) {
        jdbc.sql("insert into tache_suivie (tache, processus, instance, element, nom, dossier, region, correspondant,"
                        + " responsable, groupes, creee_le, echeance, affectee_par, rappels) values (:tache,"
                        + " :processus, :instance, :element, :nom, :dossier, :region, :correspondant, :responsable,"
                        + " :groupes, :creeeLe, :echeance, :affecteePar, 0)")
                .param("tache", t.tache())
                .param("processus", t.processus())
                .param("instance", t.instance())
                .param("element", t.element())
                .param("nom", t.nom())
                .param("dossier", t.dossier())
                .param("region", t.region())
                .param("correspondant", t.correspondant())
                .param("responsable", t.responsable())
                .param("groupes", String.join(",", t.groupes()))
                .param("creeeLe", enBase(t.creeeLe()))
                .param("echeance", enBase(t.echeance()))
                .param("affecteePar", t.affecteePar())
                .update();
    }

    /** Records a new due date, of which nobody has been reminded yet. */
    void changerLEcheance(String tache, Instant echeance) {
        jdbc.sql("update tache_suivie set echeance = :echeance, rappels = 0, escalade = null" + " where tache = :tache")
                .param("echeance", enBase(echeance))
                .param("tache", tache)
                .update();
    }

    /**
     * Records the assignee.
     *
     * @param responsable null when the task goes back to its group
     * @param par who gave it to somebody else who has not been told yet; null otherwise
     */
    void affecter(String tache, String responsable, String par) {
        jdbc.sql("update tache_suivie set responsable = :responsable, affectee_par = :par where tache = :tache")
                .param("responsable", responsable)
                .param("par", par)
                .param("tache", tache)
                .update();
    }

    /** The assignee knows of the task. */
    void noterLAnnonce(Collection<String> taches) {
        if (!taches.isEmpty()) {
            jdbc.sql("update tache_suivie set affectee_par = null where tache in (:taches)")
                    .param("taches", taches)
                    .update();
        }
    }

    /** Records how far the delay was escalated. */
    void noterLEscalade(String tache, String niveau) {
        jdbc.sql("update tache_suivie set escalade = :niveau where tache = :tache")
                .param("niveau", niveau)
                .param("tache", tache)
                .update();
    }

    /** The task is over. */
    void retirer(String tache) {
        jdbc.sql("delete from tache_suivie where tache = :tache")
                .param("tache", tache)
                .update();
    }

    /** Empty when the task is over. */
    public Optional<TacheSuivie> lire(String tache) {
        return jdbc.sql(LECTURE + "where tache = :tache")
                .param("tache", tache)
                .query(TachesSuivies::lire)
                .optional();
    }

    /** Same, and nobody else changes or ends it before the transaction is over. */
    public Optional<TacheSuivie> verrouiller(String tache) {
        return jdbc.sql(LECTURE + "where tache = :tache for update")
                .param("tache", tache)
                .query(TachesSuivies::lire)
                .optional();
    }

    /** The open tasks of an instance, by due date, at most two hundred. */
    public List<TacheSuivie> deLInstance(String instance) {
        return jdbc.sql(LECTURE + "where instance = :instance order by echeance, tache fetch first 200 rows only")
                .param("instance", instance)
                .query(TachesSuivies::lire)
                .list();
    }

    /** Those that are still open, by id, in the order of their due dates. */
    Map<String, TacheSuivie> parmi(Collection<String> taches) {
        Map<String, TacheSuivie> ouvertes = new LinkedHashMap<>();
        if (!taches.isEmpty()) {
            jdbc.sql(LECTURE + "where tache in (:taches) order by echeance, tache")
                    .param("taches", taches)
                    .query(TachesSuivies::lire)
                    .list()
                    .forEach(tache -> ouvertes.put(tache.tache(), tache));
        }
        return ouvertes;
    }

    /** The tasks of a dossier that somebody outside is awaited for, by due date. */
    List<TacheSuivie> exterieures(String dossier) {
        return jdbc.sql(LECTURE + "where dossier = :dossier and correspondant is not null order by echeance, tache")
                .param("dossier", dossier)
                .query(TachesSuivies::lire)
                .list();
    }

    /** The tasks of an assignee, by due date, at most a thousand. */
    List<TacheSuivie> de(String responsable) {
        return jdbc.sql(LECTURE
                        + "where responsable = :responsable order by echeance, tache fetch first 1000 rows only")
                .param("responsable", responsable)
                .query(TachesSuivies::lire)
                .list();
    }

    static OffsetDateTime enBase(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** One row, as the queries of this room read it. */
    static TacheSuivie lire(ResultSet ligne, int rang) throws SQLException {
        return new TacheSuivie(
                ligne.getString("tache"),
                ligne.getString("processus"),
                ligne.getString("instance"),
                ligne.getString("element"),
                ligne.getString("nom"),
                ligne.getString("dossier"),
                ligne.getString("region"),
                ligne.getString("correspondant"),
                ligne.getString("responsable"),
                Sql.liste(ligne, "groupes"),
                Sql.instant(ligne, "creee_le"),
                Sql.instant(ligne, "echeance"),
                ligne.getString("affectee_par"),
                ligne.getInt("rappels"),
                ligne.getString("escalade"),
                ligne.getObject("examinee_le", LocalDate.class));
    }
}

package fr.ptce.monographie;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of the people to be met for the monographs; public for the expressions of the diagram. */
@Repository
public class Entretiens {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Entretiens(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** When and where somebody is met, about what. */
    record RendezVousPropose(Instant debut, Instant fin, String lieu, String objet) {}

    /** Ids of those to be met when the interviews begin, in the order of the list. */
    public List<Long> aMener(long monographie) {
        return jdbc.sql("select id from entretien where monographie = :monographie and etat = 'a-proposer' order by id")
                .param("monographie", monographie)
                .query(Long.class)
                .list();
    }

    /** @param remplace id of the person whom they replace; null when none */
    long ajouter(long monographie, String nom, String role, String courriel, Long remplace) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into entretien (monographie, nom, role, courriel, etat, remplace, changements, version, ajoute_le)
                        values (:monographie, :nom, :role, :courriel, :etat, :remplace, 0, 0, :le)
                        """)
                .param("monographie", monographie)
                .param("nom", nom)
                .param("role", role)
                .param("courriel", courriel)
                .param("etat", EtatDEntretien.A_PROPOSER.id())
                .param("remplace", remplace)
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    /** Forgets somebody of the list, as long as the interviews have not begun. */
    boolean retirer(long monographie, long id) {
        return jdbc.sql("delete from entretien where id = :id and monographie = :monographie and etat = 'a-proposer'"
                                + " and remplace is null")
                        .param("id", id)
                        .param("monographie", monographie)
                        .update()
                > 0;
    }

    boolean invite(long monographie, String courriel) {
        return jdbc.sql(
                                "select count(*) from entretien where monographie = :monographie"
                                        + " and lower(courriel) = lower(:courriel) and etat not in ('abandonne', 'refuse', 'sans-reponse')")
                        .param("monographie", monographie)
                        .param("courriel", courriel)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    Entretien lire(long id) {
        return jdbc.sql("select * from entretien where id = :id")
                .param("id", id)
                .query(Entretiens::ligne)
                .single();
    }

    /** All people of a monograph, in the order they were added. */
    List<Entretien> deLaMonographie(long monographie) {
        return jdbc.sql("select * from entretien where monographie = :monographie order by id")
                .param("monographie", monographie)
                .query(Entretiens::ligne)
                .list();
    }

    /** Whom a task asks; the task may be over. */
    Optional<Entretien> deLaTache(String tache) {
        return jdbc.sql("select * from entretien where tache = :tache")
                .param("tache", tache)
                .query(Entretiens::ligne)
                .optional();
    }

    /** Addresses of those whom these tasks ask, by task. */
    Map<String, String> adresses(Collection<String> taches) {
        Map<String, String> adresses = new HashMap<>();
        jdbc.sql("select tache, courriel from entretien where tache in (:taches)")
                .param("taches", taches)
                .query(r -> {
                    adresses.put(r.getString("tache"), r.getString("courriel"));
                });
        return adresses;
    }

    void tache(long id, String tache) {
        jdbc.sql("update entretien set tache = :tache where id = :id")
                .param("tache", tache)
                .param("id", id)
                .update();
    }

    /** Proposes an appointment; the second one and those after it replace that of their calendars. */
    void proposer(long id, RendezVousPropose propose) {
        jdbc.sql("""
                        update entretien set etat = 'propose', debut = :debut, fin = :fin, lieu = :lieu, objet = :objet,
                          changements = case when debut is null then 0 else changements + 1 end where id = :id
                        """)
                .param("debut", Timestamp.from(propose.debut()))
                .param("fin", Timestamp.from(propose.fin()))
                .param("lieu", propose.lieu())
                .param("objet", propose.objet())
                .param("id", id)
                .update();
    }

    /** @param consentement null when they do not come */
    void repondre(long id, EtatDEntretien etat, Consentement consentement, String message) {
        jdbc.sql("update entretien set etat = :etat, consentement = :consentement, message = :message where id = :id")
                .param("etat", etat.id())
                .param("consentement", consentement == null ? null : consentement.id())
                .param("message", message)
                .param("id", id)
                .update();
    }

    void etat(long id, EtatDEntretien etat) {
        jdbc.sql("update entretien set etat = :etat where id = :id")
                .param("etat", etat.id())
                .param("id", id)
                .update();
    }

    /** Changes how somebody may be quoted, as they said by another way. */
    void consentir(long id, Consentement consentement) {
        jdbc.sql("update entretien set consentement = :consentement where id = :id")
                .param("consentement", consentement.id())
                .param("id", id)
                .update();
    }

    /** {@return false when somebody else has changed the notes since this version was read; nothing changes then} */
    boolean noter(long id, String notes, int versionLue) {
        return jdbc.sql(
                                "update entretien set notes = :notes, version = version + 1 where id = :id and version = :version")
                        .param("notes", notes)
                        .param("id", id)
                        .param("version", versionLue)
                        .update()
                > 0;
    }

    private static Entretien ligne(ResultSet r, int rang) throws SQLException {
        String consentement = r.getString("consentement");
        return new Entretien(
                r.getLong("id"),
                r.getLong("monographie"),
                r.getString("nom"),
                r.getString("role"),
                r.getString("courriel"),
                EtatDEntretien.de(r.getString("etat")),
                r.getObject("remplace", Long.class),
                Sql.instant(r, "debut"),
                Sql.instant(r, "fin"),
                r.getString("lieu"),
                r.getString("objet"),
                r.getInt("changements"),
                consentement == null ? null : Consentement.de(consentement),
                r.getString("message"),
                r.getString("notes"),
                r.getInt("version"));
    }
}

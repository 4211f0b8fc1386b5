package fr.ptce.besoins;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of the questionnaires and of the needs expressed in them. */
@Repository
class Questionnaires {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Questionnaires(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Opens a questionnaire, which becomes the one that counts for its initiative. */
    @Transactional
    long ouvrir(String initiative, String version, String lancePar) {
        jdbc.sql("update questionnaire set courant = false where initiative = :initiative and courant")
                .param("initiative", initiative)
                .update();
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into questionnaire (initiative, courant, version, etat, lance_par, ouvert_le)
                        values (:initiative, true, :version, :etat, :par, :le)
                        """)
                .param("initiative", initiative)
                .param("version", version)
                .param("etat", EtatQuestionnaire.EN_ATTENTE.id())
                .param("par", lancePar)
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    Questionnaire lire(long id) {
        return jdbc.sql("select * from questionnaire where id = :id")
                .param("id", id)
                .query(this::ligne)
                .single();
    }

    /** The questionnaires of an initiative, the latest first. */
    List<Questionnaire> deLInitiative(String initiative) {
        return jdbc.sql("select * from questionnaire where initiative = :initiative order by id desc")
                .param("initiative", initiative)
                .query(this::ligne)
                .list();
    }

    /** The one that counts for an initiative; empty when it was never asked. */
    Optional<Questionnaire> courant(String initiative) {
        return jdbc.sql("select * from questionnaire where initiative = :initiative and courant")
                .param("initiative", initiative)
                .query(this::ligne)
                .optional();
    }

    void etat(long id, EtatQuestionnaire etat) {
        jdbc.sql("update questionnaire set etat = :etat, clos_le = :clos where id = :id")
                .param("etat", etat.id())
                .param("clos", etat.clos() ? Timestamp.from(horloge.instant()) : null)
                .param("id", id)
                .update();
    }

    /** Writes the answers, once. */
    @Transactional
    void repondre(Questionnaire questionnaire, Reponses reponses, String versionDuConsentement, String par) {
        Instant maintenant = horloge.instant();
        jdbc.sql("""
                        update questionnaire set repondu_le = :le, repondu_par = :par, delai_en_minutes = :delai,
                          stade = :stade, territoire = :territoire, filiere = :filiere, partenaires = :partenaires,
                          precisions = :precisions, appuis = :appuis, disponibilites = :disponibilites,
                          experimentation = :experimentation, consentement_version = :consentement
                        where id = :id
                        """)
                .param("le", Timestamp.from(maintenant))
                .param("par", par)
                .param(
                        "delai",
                        Duration.between(questionnaire.ouvertLe(), maintenant).toMinutes())
                .param("stade", reponses.stade())
                .param("territoire", reponses.territoire())
                .param("filiere", reponses.filiere())
                .param("partenaires", reponses.partenaires())
                .param("precisions", reponses.precisions())
                .param("appuis", reponses.appuis())
                .param("disponibilites", reponses.disponibilites())
                .param("experimentation", reponses.experimentation())
                .param("consentement", versionDuConsentement)
                .param("id", questionnaire.id())
                .update();
        reponses.importances().forEach((besoin, importance) -> jdbc.sql(
                        "insert into besoin_exprime values (:questionnaire, :besoin, :importance)")
                .param("questionnaire", questionnaire.id())
                .param("besoin", besoin)
                .param("importance", importance)
                .update());
    }

    void injoignable(long id, String motif) {
        jdbc.sql("update questionnaire set motif_injoignable = :motif where id = :id")
                .param("motif", motif)
                .param("id", id)
                .update();
    }

    void orienter(long id, List<String> accompagnements, String priorite) {
        jdbc.sql("""
                        update questionnaire set accompagnements_proposes = :accompagnements,
                          priorite_proposee = :priorite where id = :id
                        """)
                .param("accompagnements", String.join(",", accompagnements))
                .param("priorite", priorite)
                .param("id", id)
                .update();
    }

    /** @param motif why the proposal was corrected, null when it was not */
    void qualifier(long id, List<String> accompagnements, String priorite, String motif, String par) {
        jdbc.sql("""
                        update questionnaire set accompagnements = :accompagnements, priorite = :priorite,
                          motif_correction = :motif, qualifie_par = :par, qualifie_le = :le where id = :id
                        """)
                .param("accompagnements", String.join(",", accompagnements))
                .param("priorite", priorite)
                .param("motif", motif)
                .param("par", par)
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    private Questionnaire ligne(ResultSet r, int rang) throws SQLException {
        Instant reponduLe = Sql.instant(r, "repondu_le");
        return new Questionnaire(
                r.getLong("id"),
                r.getString("initiative"),
                r.getString("version"),
                EtatQuestionnaire.de(r.getString("etat")),
                r.getString("lance_par"),
                Sql.instant(r, "ouvert_le"),
                reponduLe,
                r.getString("repondu_par"),
                reponduLe == null ? null : reponses(r),
                r.getString("motif_injoignable"),
                liste(r.getString("accompagnements_proposes")),
                r.getString("priorite_proposee"),
                liste(r.getString("accompagnements")),
                r.getString("priorite"),
                r.getString("motif_correction"),
                r.getString("qualifie_par"),
                Sql.instant(r, "qualifie_le"));
    }

    private Reponses reponses(ResultSet r) throws SQLException {
        return new Reponses(
                r.getString("stade"),
                r.getString("territoire"),
                r.getString("filiere"),
                r.getString("partenaires"),
                r.getString("precisions"),
                r.getString("appuis"),
                r.getString("disponibilites"),
                r.getString("experimentation"),
                importances(r.getLong("id")));
    }

    private Map<String, Integer> importances(long questionnaire) {
        Map<String, Integer> importances = new LinkedHashMap<>();
        jdbc.sql("select besoin, importance from besoin_exprime where questionnaire = :questionnaire"
                        + " order by importance desc, besoin")
                .param("questionnaire", questionnaire)
                .query((r, rang) -> importances.put(r.getString("besoin"), r.getInt("importance")))
                .list();
        return importances;
    }

    static List<String> liste(String ids) {
        return ids == null || ids.isEmpty() ? List.of() : Arrays.asList(ids.split(","));
    }
}

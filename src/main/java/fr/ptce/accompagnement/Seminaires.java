package fr.ptce.accompagnement;

import fr.ptce.base.Sql;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of the seminars. */
@Repository
class Seminaires {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Seminaires(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** When and where a seminar takes place, about what. */
    record Rendezvous(String theme, Instant debut, Instant fin, String lieu, String programme) {}

    /** One row of a list. */
    record Ligne(Seminaire seminaire, long invites, long viennent, long sansReponse, long presents) {}

    /** Opens the next seminar of a region in a year. */
    @Transactional
    long ouvrir(String region, int annee, String instance) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into seminaire (region, annee, rang, etat, ouvert_le, instance, changements)
                        select :region, :annee, count(*) + 1, :etat, :le, :instance, 0 from seminaire
                        where region = :region and annee = :annee
                        """)
                .param("region", region)
                .param("annee", annee)
                .param("etat", EtatDuSeminaire.A_FIXER.id())
                .param("le", Timestamp.from(horloge.instant()))
                .param("instance", instance)
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    /** @throws EmptyResultDataAccessException when there is none */
    Seminaire lire(long id) {
        return chercher(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    Optional<Seminaire> chercher(long id) {
        return jdbc.sql("select * from seminaire where id = :id")
                .param("id", id)
                .query(Seminaires::ligne)
                .optional();
    }

    /** Reads a seminar and keeps others from changing it until the transaction ends. */
    Seminaire verrouiller(long id) {
        return jdbc.sql("select * from seminaire where id = :id for update")
                .param("id", id)
                .query(Seminaires::ligne)
                .single();
    }

    void etat(long id, EtatDuSeminaire etat) {
        jdbc.sql("update seminaire set etat = :etat where id = :id")
                .param("etat", etat.id())
                .param("id", id)
                .update();
    }

    void fixer(long id, Rendezvous choisi) {
        jdbc.sql("""
                        update seminaire set theme = :theme, debut = :debut, fin = :fin, lieu = :lieu,
                          programme = :programme where id = :id
                        """)
                .param("theme", choisi.theme())
                .param("debut", Timestamp.from(choisi.debut()))
                .param("fin", Timestamp.from(choisi.fin()))
                .param("lieu", choisi.lieu())
                .param("programme", choisi.programme())
                .param("id", id)
                .update();
    }

    /** @param motif why it is put off, called off or was not held */
    void motiver(long id, String motif) {
        jdbc.sql("update seminaire set motif = :motif, changements = changements + 1 where id = :id")
                .param("motif", motif)
                .param("id", id)
                .update();
    }

    void raconter(long id, String compteRendu, String autresPresents) {
        jdbc.sql("update seminaire set compte_rendu = :texte, autres_presents = :autres where id = :id")
                .param("texte", compteRendu)
                .param("autres", autresPresents)
                .param("id", id)
                .update();
    }

    void alerter(long id, String alerte) {
        jdbc.sql("update seminaire set alerte = :alerte where id = :id")
                .param("alerte", alerte)
                .param("id", id)
                .update();
    }

    /** How many seminars of a region took place in a year. */
    long tenus(String region, int annee) {
        return jdbc.sql("select count(*) from seminaire where region = :region and annee = :annee and etat = 'tenu'")
                .param("region", region)
                .param("annee", annee)
                .query(Long.class)
                .single();
    }

    /** How many seminars there are in the territories of the agent. */
    long nombre(Agent agent) {
        Perimetre perimetre = Perimetre.sur("region", agent);
        return jdbc.sql("select count(*) from seminaire where " + perimetre.condition())
                .params(perimetre.parametres())
                .query(Long.class)
                .single();
    }

    /** The seminars in the territories of the agent, those without a date first, then the latest first. */
    List<Ligne> liste(Agent agent, int nombre, int depuis) {
        Perimetre perimetre = Perimetre.sur("s.region", agent);
        return jdbc.sql("""
                        select s.*,
                          (select count(*) from seminaire_invite i where i.seminaire = s.id) as invites,
                          (select count(*) from seminaire_invite i where i.seminaire = s.id and i.reponse = 'oui')
                            as viennent,
                          (select count(*) from seminaire_invite i where i.seminaire = s.id and i.reponse is null)
                            as sans_reponse,
                          (select count(*) from seminaire_invite i where i.seminaire = s.id and i.present) as presents
                        from seminaire s where\s""" + perimetre.condition()
                        + " order by case when s.debut is null then 0 else 1 end, s.debut desc, s.id desc"
                        + " limit :nombre offset :depuis")
                .params(perimetre.parametres())
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query((r, rang) -> new Ligne(
                        ligne(r, rang),
                        r.getLong("invites"),
                        r.getLong("viennent"),
                        r.getLong("sans_reponse"),
                        r.getLong("presents")))
                .list();
    }

    private static Seminaire ligne(ResultSet r, int rang) throws SQLException {
        return new Seminaire(
                r.getLong("id"),
                r.getString("region"),
                r.getInt("annee"),
                r.getInt("rang"),
                EtatDuSeminaire.de(r.getString("etat")),
                r.getString("instance"),
                r.getString("theme"),
                Sql.instant(r, "debut"),
                Sql.instant(r, "fin"),
                r.getString("lieu"),
                r.getString("programme"),
                r.getInt("changements"),
                r.getString("compte_rendu"),
                r.getString("autres_presents"),
                r.getString("motif"),
                r.getString("alerte"));
    }
}

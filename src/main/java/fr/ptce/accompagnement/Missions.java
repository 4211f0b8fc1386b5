package fr.ptce.accompagnement;

import fr.ptce.base.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the missions and of what the matching proposed. */
@Repository
class Missions {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Missions(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * Who was asked to accompany a project.
     *
     * @param motifEcart why the pilot chose somebody else than the one advised; null when they did not
     * @param motifFin why it was declined or ended early; null otherwise
     */
    record Mission(
            long id,
            long accompagnateur,
            String nom,
            EtatDeMission etat,
            Instant proposeeLe,
            String motifEcart,
            Instant finieLe,
            String motifFin) {}

    /**
     * Somebody whom the matching proposes for a project.
     *
     * @param score 0 to 100
     * @param raisons French sentences
     * @param conseillee whether the best distribution over all projects gives this person to this project
     */
    record Proposee(
            long accompagnateur, String nom, String compte, int score, List<String> raisons, boolean conseillee) {}

    /** The missions of a project, the latest first. */
    List<Mission> duProjet(long projet) {
        return jdbc.sql("select m.*, a.prenom, a.nom from mission m join accompagnateur a on a.id = m.accompagnateur"
                        + " where m.projet = :projet order by m.id desc")
                .param("projet", projet)
                .query((r, rang) -> new Mission(
                        r.getLong("id"),
                        r.getLong("accompagnateur"),
                        r.getString("prenom") + " " + r.getString("nom"),
                        EtatDeMission.de(r.getString("etat")),
                        Sql.instant(r, "proposee_le"),
                        r.getString("motif_ecart"),
                        Sql.instant(r, "finie_le"),
                        r.getString("motif_fin")))
                .list();
    }

    void proposer(long projet, long accompagnateur, String motifEcart, String par) {
        jdbc.sql("""
                        insert into mission (projet, accompagnateur, etat, proposee_par, proposee_le, motif_ecart)
                        values (:projet, :accompagnateur, :etat, :par, :le, :motif)
                        """)
                .param("projet", projet)
                .param("accompagnateur", accompagnateur)
                .param("etat", EtatDeMission.PROPOSEE.id())
                .param("par", par)
                .param("le", maintenant())
                .param("motif", motifEcart)
                .update();
    }

    void accepter(long projet) {
        jdbc.sql("update mission set etat = :etat, repondue_le = :le where projet = :projet and etat = 'proposee'")
                .param("etat", EtatDeMission.ACCEPTEE.id())
                .param("le", maintenant())
                .param("projet", projet)
                .update();
    }

    /** Ends the mission under way, if there is one. */
    void finir(long projet, EtatDeMission fin, String motif) {
        jdbc.sql("update mission set etat = :etat, finie_le = :le, motif_fin = :motif"
                        + " where projet = :projet and etat in ('proposee', 'acceptee')")
                .param("etat", fin.id())
                .param("le", maintenant())
                .param("motif", motif)
                .param("projet", projet)
                .update();
    }

    /** How many missions somebody has or is offered. */
    long enCours(long accompagnateur) {
        return jdbc.sql("select count(*) from mission where accompagnateur = :id and etat in ('proposee', 'acceptee')")
                .param("id", accompagnateur)
                .query(Long.class)
                .single();
    }

    /** Those who declined this project or had to leave it. */
    Set<Long> ecartes(long projet) {
        return Set.copyOf(jdbc.sql("select distinct accompagnateur from mission"
                        + " where projet = :projet and etat in ('declinee', 'remplacee')")
                .param("projet", projet)
                .query(Long.class)
                .list());
    }

    /** Replaces what the matching proposed for a project. */
    void ecrirePropositions(long projet, List<Proposition> propositions) {
        jdbc.sql("delete from proposition where projet = :projet")
                .param("projet", projet)
                .update();
        propositions.forEach(proposition -> jdbc.sql("""
                        insert into proposition (projet, rang, accompagnateur, score, raisons, conseillee)
                        values (:projet, :rang, :accompagnateur, :score, :raisons, :conseillee)
                        """)
                .param("projet", projet)
                .param("rang", proposition.rang())
                .param("accompagnateur", proposition.accompagnateur())
                .param("score", proposition.score())
                .param("raisons", String.join("\n", proposition.raisons()))
                .param("conseillee", proposition.conseillee())
                .update());
    }

    /** What the matching proposed last, in the order of the ranks. */
    List<Proposee> propositions(long projet) {
        return jdbc.sql(
                        "select p.*, a.prenom, a.nom, a.compte from proposition p join accompagnateur a on a.id = p.accompagnateur"
                                + " where p.projet = :projet order by p.rang")
                .param("projet", projet)
                .query((r, rang) -> new Proposee(
                        r.getLong("accompagnateur"),
                        r.getString("prenom") + " " + r.getString("nom"),
                        r.getString("compte"),
                        r.getInt("score"),
                        r.getString("raisons").lines().toList(),
                        r.getBoolean("conseillee")))
                .list();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}

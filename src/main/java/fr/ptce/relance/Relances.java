package fr.ptce.relance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided to be told, and what became of it: table {@code relance}. */
@Component
class Relances {

    /** Recipients of one batch. */
    static final int LOT = 50;

    /** A last reminder counts as many as the table allows. */
    private static final int DERNIER = 2;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate lots;
    private final Clock horloge;

    Relances(JdbcClient jdbc, NamedParameterJdbcTemplate lots, Clock horloge) {
        this.jdbc = jdbc;
        this.lots = lots;
        this.horloge = horloge;
    }

    /** One row that is to be sent. */
    record Ligne(
            long id,
            String tache,
            String dossier,
            String destinataire,
            boolean externe,
            String nature,
            String motif,
            String modele) {

        boolean escalade() {
            return nature.startsWith(RelancePrevue.ESCALADE);
        }
    }

    /** What distinguishes a reminder that waits from another. */
    static String cle(RelancePrevue relance) {
        return cle(relance.tache().tache(), relance.destinataire(), relance.nature());
    }

    private static String cle(String tache, String destinataire, String nature) {
        return tache + " " + destinataire + " " + nature;
    }

    /** Until the end of the transaction nobody else decides. */
    void verrouiller() {
        jdbc.sql("select id from verrou_des_relances for update")
                .query(Integer.class)
                .single();
    }

    /** Keys of what waits to be sent for these tasks. */
    Set<String> prevues(Collection<String> taches) {
        return new HashSet<>(jdbc.sql(
                        "select tache, destinataire, nature from relance where etat = 'prevue' and tache in (:taches)")
                .param("taches", taches)
                .query((l, rang) -> cle(l.getString("tache"), l.getString("destinataire"), l.getString("nature")))
                .list());
    }

    /** Records what was decided on a day, in one batch. */
    void inscrire(Collection<RelancePrevue> relances, LocalDate jour) {
        MapSqlParameterSource[] lignes = relances.stream()
                .map(relance -> new MapSqlParameterSource()
                        .addValue("tache", relance.tache().tache())
                        .addValue("dossier", relance.tache().dossier())
                        .addValue("destinataire", relance.destinataire())
                        .addValue("externe", relance.externe())
                        .addValue("nature", relance.nature())
                        .addValue("motif", relance.motif())
                        .addValue("modele", relance.modele())
                        .addValue("jour", jour)
                        .addValue("aEnvoyerLe", relance.aEnvoyerLe())
                        .addValue("conclue", !relance.aConclure()))
                .toArray(MapSqlParameterSource[]::new);
        lots.batchUpdate(
                "insert into relance (tache, dossier, destinataire, externe, nature, motif, modele, prevue_le,"
                        + " a_envoyer_le, etat, conclue) values (:tache, :dossier, :destinataire, :externe, :nature, :motif,"
                        + " :modele, :jour, :aEnvoyerLe, 'prevue', :conclue)",
                lignes);
    }

    /** These tasks have been looked at. */
    void noterLExamen(Collection<TacheSuivie> taches, LocalDate jour) {
        if (!taches.isEmpty()) {
            jdbc.sql("update tache_suivie set examinee_le = :jour where tache in (:taches)")
                    .param("jour", jour)
                    .param("taches", taches.stream().map(TacheSuivie::tache).toList())
                    .update();
        }
    }

    /**
     * Deals what is to be sent up to a day out to batches of {@value #LOT} recipients. Who has had their e-mail of that
     * day waits for the next one.
     *
     * @return how many batches there are
     */
    int repartir(LocalDate jour) {
        List<String> destinataires = jdbc.sql("select distinct destinataire from relance where etat = 'prevue'"
                        + " and a_envoyer_le <= :jour and destinataire not in (select destinataire from relance"
                        + " where etat = 'envoyee' and a_envoyer_le = :jour) order by destinataire")
                .param("jour", jour)
                .query(String.class)
                .list();
        int nombre = 0;
        for (int debut = 0; debut < destinataires.size(); debut += LOT) {
            nombre++;
            jdbc.sql("update relance set a_envoyer_le = :jour, lot = :lot where etat = 'prevue'"
                            + " and a_envoyer_le <= :jour and destinataire in (:destinataires)")
                    .param("jour", jour)
                    .param("lot", nombre)
                    .param("destinataires", destinataires.subList(debut, Math.min(debut + LOT, destinataires.size())))
                    .update();
        }
        return nombre;
    }

    /** What a batch still has to send, by recipient. */
    List<Ligne> duLot(LocalDate jour, int lot) {
        return jdbc.sql("select id, tache, dossier, destinataire, externe, nature, motif, modele from relance"
                        + " where a_envoyer_le = :jour and lot = :lot and etat = 'prevue'"
                        + " order by destinataire, dossier, id")
                .param("jour", jour)
                .param("lot", lot)
                .query(Relances::lire)
                .list();
    }

    /** Sent escalations and hand-overs of tasks that have not been moved yet, by task. */
    List<Ligne> aConclure(String nature) {
        return jdbc.sql(
                        "select r.id, r.tache, r.dossier, r.destinataire, r.externe, r.nature, r.motif, r.modele"
                                + " from relance r join tache_suivie t on t.tache = r.tache"
                                + " where r.etat = 'envoyee' and r.conclue = false and r.nature like :nature order by r.tache, r.id")
                .param("nature", nature + "%")
                .query(Relances::lire)
                .list();
    }

    /** The engine has been told. */
    void conclure(Collection<Long> ids) {
        jdbc.sql("update relance set conclue = true where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    /** The e-mail has left; the tasks count a reminder more, after a last one no other comes. */
    void marquerEnvoyees(Collection<Ligne> lignes) {
        jdbc.sql("update relance set etat = 'envoyee', envoyee_le = :maintenant where id in (:ids)")
                .param("maintenant", horloge.instant().atOffset(ZoneOffset.UTC))
                .param("ids", lignes.stream().map(Ligne::id).toList())
                .update();
        compter(lignes, RelancePrevue.RAPPEL, 1);
        compter(lignes, RelancePrevue.DERNIER_RAPPEL, DERNIER);
    }

    /** Several people may be reminded of one task: it counts once a day. */
    private void compter(Collection<Ligne> lignes, String nature, int rappels) {
        List<String> taches = lignes.stream()
                .filter(ligne -> ligne.nature().equals(nature))
                .map(Ligne::tache)
                .distinct()
                .toList();
        if (!taches.isEmpty()) {
            jdbc.sql("update tache_suivie set rappelee_le = :jour, rappels = rappels + :rappels"
                            + " where tache in (:taches) and (rappelee_le is null or rappelee_le < :jour)")
                    .param("jour", LocalDate.now(horloge))
                    .param("rappels", rappels)
                    .param("taches", taches)
                    .update();
        }
    }

    /**
     * What a day's run sent.
     *
     * @param annulees reminders that had become needless
     * @param enAttente reminders that have not left yet: the run is under way, or an e-mail could not leave
     */
    record Passage(LocalDate jour, long envoyees, long annulees, long enAttente) {}

    /** The latest runs that had something to tell, newest first, twenty at most. */
    List<Passage> passages() {
        return jdbc.sql("select a_envoyer_le, sum(case when etat = 'envoyee' then 1 else 0 end) envoyees,"
                        + " sum(case when etat = 'annulee' then 1 else 0 end) annulees,"
                        + " sum(case when etat = 'prevue' then 1 else 0 end) en_attente"
                        + " from relance where lot is not null group by a_envoyer_le"
                        + " order by a_envoyer_le desc fetch first 20 rows only")
                .query((ligne, rang) -> new Passage(
                        ligne.getObject("a_envoyer_le", LocalDate.class),
                        ligne.getLong("envoyees"),
                        ligne.getLong("annulees"),
                        ligne.getLong("en_attente")))
                .list();
    }

    /** What waits for a day, such as for those who read weekly. */
    List<Ligne> enAttente(LocalDate jour) {
        return jdbc.sql("select id, tache, dossier, destinataire, externe, nature, motif, modele from relance"
                        + " where etat = 'prevue' and a_envoyer_le <= :jour order by destinataire, id"
                        + " fetch first 500 rows only")
                .param("jour", jour)
                .query(Relances::lire)
                .list();
    }

    /** These are not sent. */
    void annuler(Collection<Ligne> lignes, String raison) {
        if (!lignes.isEmpty()) {
            jdbc.sql("update relance set etat = 'annulee', raison = :raison where id in (:ids)")
                    .param("raison", raison)
                    .param("ids", lignes.stream().map(Ligne::id).toList())
                    .update();
        }
    }

    private static Ligne lire(ResultSet ligne, int rang) throws SQLException {
        return new Ligne(
                ligne.getLong("id"),
                ligne.getString("tache"),
                ligne.getString("dossier"),
                ligne.getString("destinataire"),
                ligne.getBoolean("externe"),
                ligne.getString("nature"),
                ligne.getString("motif"),
                ligne.getString("modele"));
    }
}

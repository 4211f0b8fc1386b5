package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import fr.ptce.portail.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Figures and lists out of the engine's history, read by SQL: its API knows neither a median, nor a region together with
 * a conflict of interest. This is the one class that names the tables {@code ACT_HI_PROCINST} and {@code ACT_HI_ACTINST}
 * and their columns; on a move to another engine it is a touch point (docs/migration.md). It writes nothing there.
 *
 * <p>Everything is limited to what the agent meets, as {@link InstancesVisibles} says for one instance.
 */
@Repository
class HistoireDuMoteur {

    /** Instances of a page of the list. */
    static final int PAR_PAGE = 25;

    /** Processes that nobody follows one by one: left out of a list that names no process. */
    static final Set<String> SERVICES =
            Set.of("courriels-immediats", "escalade", "relances-quotidiennes", ClotureDesChiffresProcess.CLE);

    /**
     * How often an element of a diagram was passed.
     *
     * @param passages how many times it began in the period
     * @param terminees how many times it ended in the period without being cancelled
     * @param mediane milliseconds of those; null when there is none
     * @param neufDixiemes what nine out of ten of those did not exceed, in milliseconds; null when there is none
     */
    record Passages(String element, long passages, long terminees, Double mediane, Double neufDixiemes) {}

    /**
     * What a pilot looks for among the instances.
     *
     * @param processus key; null for all but {@link #SERVICES}
     * @param dossier business key; null for all
     * @param terminees true for those that are over, false for those that run; null for all
     * @param region code; null for all
     */
    record Critere(String processus, String dossier, Boolean terminees, String region) {}

    /**
     * One row of the list.
     *
     * @param dossier null when it has no business key
     * @param region null when it has none
     * @param fin null as long as it runs
     * @param interrompue whether it was ended from outside, for a reason
     */
    record Ligne(
            String id,
            String processus,
            String dossier,
            String region,
            Instant debut,
            Instant fin,
            boolean suspendue,
            boolean interrompue) {}

    /** One page of the list, newest first. */
    record Liste(List<Ligne> lignes, Pages pages) {}

    private static final String EN_CONFLIT = """
            select conflictuelle.id_ from conflit_interets conflit
              join act_hi_procinst conflictuelle on conflictuelle.business_key_ = conflit.dossier
            where conflit.utilisateur = :agent""";

    private static final int ANNULEE = 2;

    private final JdbcClient jdbc;

    HistoireDuMoteur(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How often each element of a version of a process was passed since a moment, in one statement; an element without
     * any passage is absent.
     */
    List<Passages> passages(Agent agent, String definition, Instant depuis) {
        Perimetre perimetre = Perimetre.sur("a.tenant_id_", agent);
        return jdbc.sql("""
                        with passage as (
                          select a.act_id_ as element, a.duration_ as duree,
                            a.start_time_ >= :depuis as commencee,
                            a.end_time_ is not null and a.end_time_ >= :depuis and a.act_inst_state_ <> :annulee as menee
                          from act_hi_actinst a
                          where a.proc_def_id_ = :definition
                            and (a.start_time_ >= :depuis or a.end_time_ >= :depuis)
                            and a.act_type_ <> 'multiInstanceBody'
                            and (a.tenant_id_ is null or %s)
                            and a.proc_inst_id_ not in (%s))
                        select element,
                          count(*) filter (where commencee) as passages,
                          count(*) filter (where menee) as terminees,
                          percentile_cont(0.5) within group (order by duree) filter (where menee) as mediane,
                          percentile_cont(0.9) within group (order by duree) filter (where menee) as neuf_dixiemes
                        from passage group by element
                        """.formatted(perimetre.condition(), EN_CONFLIT))
                .params(perimetre.parametres())
                .param("agent", agent.id())
                .param("definition", definition)
                .param("depuis", Timestamp.from(depuis))
                .param("annulee", ANNULEE)
                .query((r, rang) -> new Passages(
                        r.getString("element"),
                        r.getLong("passages"),
                        r.getLong("terminees"),
                        r.getObject("mediane", Double.class),
                        r.getObject("neuf_dixiemes", Double.class)))
                .list();
    }

    /** One page of the instances that the agent meets, newest first, in two statements. */
    Liste instances(Agent agent, Critere critere, int page) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = condition(agent, critere, parametres);
        long total = jdbc.sql("select count(*) from act_hi_procinst p where " + condition)
                .params(parametres)
                .query(Long.class)
                .single();
        Pages pages = Pages.de(total, PAR_PAGE, page);
        List<Ligne> lignes = jdbc.sql("""
                        select p.id_, p.proc_def_key_, p.business_key_, p.tenant_id_, p.start_time_, p.end_time_, p.state_,
                          p.delete_reason_
                        from act_hi_procinst p where %s
                        order by p.start_time_ desc, p.id_ limit :parPage offset :depuis
                        """.formatted(condition))
                .params(parametres)
                .param("parPage", PAR_PAGE)
                .param("depuis", pages.depuis())
                .query(HistoireDuMoteur::ligne)
                .list();
        return new Liste(lignes, pages);
    }

    private static String condition(Agent agent, Critere critere, Map<String, Object> parametres) {
        Perimetre perimetre = Perimetre.sur("p.tenant_id_", agent);
        parametres.putAll(perimetre.parametres());
        parametres.put("agent", agent.id());
        StringBuilder condition = new StringBuilder("(p.tenant_id_ is null or ")
                .append(perimetre.condition())
                .append(") and p.id_ not in (")
                .append(EN_CONFLIT)
                .append(")");
        if (critere.processus() == null) {
            condition.append(" and p.proc_def_key_ not in (:services)");
            parametres.put("services", SERVICES);
        }
        egal(condition, parametres, "proc_def_key_", critere.processus());
        egal(condition, parametres, "business_key_", critere.dossier());
        egal(condition, parametres, "tenant_id_", critere.region());
        if (critere.terminees() != null) {
            condition.append(critere.terminees() ? " and p.end_time_ is not null" : " and p.end_time_ is null");
        }
        return condition.toString();
    }

    private static void egal(StringBuilder condition, Map<String, Object> parametres, String colonne, String valeur) {
        if (valeur != null) {
            condition.append(" and p.").append(colonne).append(" = :").append(colonne);
            parametres.put(colonne, valeur);
        }
    }

    private static Ligne ligne(ResultSet r, int rang) throws SQLException {
        return new Ligne(
                r.getString("id_"),
                r.getString("proc_def_key_"),
                r.getString("business_key_"),
                r.getString("tenant_id_"),
                instant(r.getTimestamp("start_time_")),
                instant(r.getTimestamp("end_time_")),
                HistoricProcessInstance.STATE_SUSPENDED.equals(r.getString("state_")),
                r.getString("delete_reason_") != null);
    }

    /** The engine writes its moments without a zone, in that of the machine: both ways go through it. */
    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}

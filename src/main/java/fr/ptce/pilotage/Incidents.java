package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The failed jobs that an agent meets, of their regions and of none, without the dossiers they have a conflict with. */
@Component
class Incidents {

    /** No more are read: so many mean one fault of the machine, not as many dossiers to look at. */
    static final int MAXIMUM = 500;

    private static final String LECTURE = """
            select j.ID_, j.RETRIES_, j.DUEDATE_, j.CREATE_TIME_, j.EXCEPTION_MSG_, j.SUSPENSION_STATE_, j.TENANT_ID_,
              j.PROCESS_INSTANCE_ID_, j.PROCESS_DEF_ID_, p.NAME_, e.BUSINESS_KEY_,
              coalesce(j.FAILED_ACT_ID_, d.ACT_ID_) as ETAPE_,
              (select min(h.TIMESTAMP_) from ACT_HI_JOB_LOG h where h.JOB_ID_ = j.ID_ and h.JOB_STATE_ = 1
                and h.PROCESS_DEF_ID_ = j.PROCESS_DEF_ID_) as DEPUIS_
            from ACT_RU_JOB j
              left join ACT_RE_PROCDEF p on p.ID_ = j.PROCESS_DEF_ID_
              left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
              left join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
            where (j.EXCEPTION_STACK_ID_ is not null or j.EXCEPTION_MSG_ is not null or j.RETRIES_ = 0)
              and (j.TENANT_ID_ is null or %s)
              and not exists (select 1 from conflit_interets c
                where c.dossier = e.BUSINESS_KEY_ and c.utilisateur = :agent)
            """;

    private final JdbcClient jdbc;
    private final RepositoryService modeles;

    Incidents(JdbcClient jdbc, RepositoryService modeles) {
        this.jdbc = jdbc;
        this.modeles = modeles;
    }

    /** Those that wait for somebody first, then the oldest; {@link #MAXIMUM} at most, empty when all goes well. */
    List<Incident> que(Agent agent) {
        return lire(
                agent,
                " order by case when j.RETRIES_ = 0 then 0 else 1 end, j.CREATE_TIME_, j.ID_" + " fetch first "
                        + MAXIMUM + " rows only",
                Map.of());
    }

    /** Empty when it is settled, or the agent does not meet it: from outside both look the same. */
    Optional<Incident> chercher(Agent agent, String job) {
        return lire(agent, " and j.ID_ = :job", Map.of("job", job)).stream().findFirst();
    }

    private List<Incident> lire(Agent agent, String suite, Map<String, ?> parametres) {
        Perimetre perimetre = Perimetre.sur("j.TENANT_ID_", agent);
        Map<String, Map<String, String>> noms = new HashMap<>();
        return jdbc.sql(LECTURE.formatted(perimetre.condition()) + suite)
                .params(perimetre.parametres())
                .params(parametres)
                .param("agent", agent.id())
                .query((ligne, rang) -> incident(ligne, noms))
                .list();
    }

    private Incident incident(ResultSet ligne, Map<String, Map<String, String>> noms) throws SQLException {
        String definition = ligne.getString("PROCESS_DEF_ID_");
        boolean encoreEssaye = ligne.getInt("RETRIES_") > 0;
        return new Incident(
                ligne.getString("ID_"),
                etape(definition, ligne.getString("ETAPE_"), noms),
                ligne.getString("NAME_"),
                ligne.getString("PROCESS_INSTANCE_ID_"),
                ligne.getString("BUSINESS_KEY_"),
                ligne.getString("TENANT_ID_"),
                instant(ligne, ligne.getTimestamp("DEPUIS_") == null ? "CREATE_TIME_" : "DEPUIS_"),
                encoreEssaye ? instant(ligne, "DUEDATE_") : null,
                ligne.getInt("SUSPENSION_STATE_") != 1,
                ligne.getString("EXCEPTION_MSG_"));
    }

    /** Each version of a diagram is read once. */
    private String etape(String definition, String element, Map<String, Map<String, String>> noms) {
        if (definition == null || element == null) {
            return "Travail interne";
        }
        return noms.computeIfAbsent(definition, this::nomsDesEtapes).getOrDefault(element, element);
    }

    private Map<String, String> nomsDesEtapes(String definition) {
        Map<String, String> noms = new HashMap<>();
        modeles.getBpmnModelInstance(definition).getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element.getName() != null)
                .forEach(element -> noms.put(element.getId(), element.getName()));
        return noms;
    }

    private static Instant instant(ResultSet ligne, String colonne) throws SQLException {
        Timestamp date = ligne.getTimestamp(colonne);
        return date == null ? null : date.toInstant();
    }
}

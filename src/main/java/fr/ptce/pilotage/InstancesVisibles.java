package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The process instances that an agent meets, running or over: those of the regions they follow and those of no region,
 * never one of a dossier on which they declared a conflict of interest (docs/adr/0002).
 */
@Component
class InstancesVisibles {

    /**
     * One instance.
     *
     * @param processus key of its process
     * @param definition id of the version of the process that it follows
     * @param nom French name of the process
     * @param dossier its business key; null when it has none
     * @param region code of its region; null when it has none
     * @param fin null as long as it runs
     * @param suspendue whether it runs and is suspended
     * @param motif why it was ended from outside; null when it was not
     */
    record InstanceVisible(
            String id,
            String processus,
            String definition,
            String nom,
            String dossier,
            String region,
            Instant debut,
            Instant fin,
            boolean suspendue,
            String motif) {}

    private final HistoryService historique;
    private final AuNomDeLApplication application;
    private final JdbcClient jdbc;

    InstancesVisibles(HistoryService historique, AuNomDeLApplication application, JdbcClient jdbc) {
        this.historique = historique;
        this.application = application;
        this.jdbc = jdbc;
    }

    /** Empty when there is no such instance, or the agent does not meet it: from outside both look the same. */
    Optional<InstanceVisible> chercher(Agent agent, String instance) {
        return Optional.ofNullable(application.faire(() -> historique
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()))
                .map(InstancesVisibles::lire)
                .filter(trouvee -> rencontre(agent, trouvee.region(), trouvee.dossier()));
    }

    /** Name of a task that is over and that the agent meets; empty when there is none, or they do not meet it. */
    Optional<String> tacheFinie(Agent agent, String tache) {
        return Optional.ofNullable(application.faire(() -> historique
                        .createHistoricTaskInstanceQuery()
                        .taskId(tache)
                        .finished()
                        .singleResult()))
                .filter(finie -> chercher(agent, finie.getProcessInstanceId()).isPresent())
                .map(HistoricTaskInstance::getName);
    }

    /**
     * Whether an agent meets what has this region and business key.
     *
     * @param region null for what belongs to no region: every pilot meets it
     * @param dossier null for what has no business key
     */
    boolean rencontre(Agent agent, String region, String dossier) {
        return agent.pilote() && (region == null || agent.suit(region)) && !enConflit(agent, dossier);
    }

    /** Whether the agent declared a conflict of interest on this dossier; false for what has no business key. */
    boolean enConflit(Agent agent, String dossier) {
        return dossier != null
                && jdbc.sql("select count(*) from conflit_interets where dossier = :dossier and utilisateur = :agent")
                                .param("dossier", dossier)
                                .param("agent", agent.id())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private static InstanceVisible lire(HistoricProcessInstance instance) {
        return new InstanceVisible(
                instance.getId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionName(),
                instance.getBusinessKey(),
                instance.getTenantId(),
                instant(instance.getStartTime()),
                instant(instance.getEndTime()),
                HistoricProcessInstance.STATE_SUSPENDED.equals(instance.getState()),
                instance.getDeleteReason());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

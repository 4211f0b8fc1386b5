package fr.ptce.pilotage;

import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/**
 * The timers that a diagram sets on a task for a date: without an answer by then, the process goes on by itself. They are
 * computed when the task is created, hence have to follow a new due date, or a dossier would be closed in spite of it.
 */
@Component
class MinuteursDeLEcheance {

    private final RepositoryService modeles;
    private final ManagementService jobs;

    MinuteursDeLEcheance(RepositoryService modeles, ManagementService jobs) {
        this.modeles = modeles;
        this.jobs = jobs;
    }

    /**
     * Moves the timers of a task; those that count from its beginning, such as a time without news, stay.
     *
     * @return whether there were any
     */
    boolean deplacer(Task tache, UnaryOperator<Date> nouvelle) {
        List<Job> trouves = modeles
                .getBpmnModelInstance(tache.getProcessDefinitionId())
                .getModelElementsByType(BoundaryEvent.class)
                .stream()
                .filter(evenement -> evenement.getAttachedTo().getId().equals(tache.getTaskDefinitionKey()))
                .filter(MinuteursDeLEcheance::aUneDate)
                .flatMap(evenement -> minuteurs(tache, evenement).stream())
                .toList();
        trouves.forEach(job -> jobs.setJobDuedate(job.getId(), nouvelle.apply(job.getDuedate())));
        return !trouves.isEmpty();
    }

    private static boolean aUneDate(BoundaryEvent evenement) {
        return evenement.getEventDefinitions().stream()
                .anyMatch(definition ->
                        definition instanceof TimerEventDefinition minuteur && minuteur.getTimeDate() != null);
    }

    /** Those of this very task: an element may be running several times in one instance. */
    private List<Job> minuteurs(Task tache, BoundaryEvent evenement) {
        return jobs.createJobQuery()
                .processInstanceId(tache.getProcessInstanceId())
                .activityId(evenement.getId())
                .executionId(tache.getExecutionId())
                .timers()
                .list();
    }
}

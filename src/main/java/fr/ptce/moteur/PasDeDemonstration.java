package fr.ptce.moteur;

import fr.ptce.moteur.interne.HorlogeDeDemonstration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Leads a dossier on at the first start of the demonstration, before the job executor runs: through the same forms and
 * processes as everybody, in the name of the people of the demonstration, on the days of the past when they would have
 * done it.
 */
@Component
@Profile("demo")
public class PasDeDemonstration {

    /** What happens in a room, day after day. */
    @FunctionalInterface
    public interface Histoire {
        void raconter() throws Exception;
    }

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final IdentityService identityService;
    private final Membres membres;
    private final HorlogeDeDemonstration horloge;

    PasDeDemonstration(
            TaskService taskService,
            RuntimeService runtimeService,
            ManagementService managementService,
            IdentityService identityService,
            Membres membres,
            HorlogeDeDemonstration horloge) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.identityService = identityService;
        this.membres = membres;
        this.horloge = horloge;
    }

    /**
     * What follows happens that many days ago, or on the Friday before.
     *
     * @param jours calendar days; 0 or less for now
     */
    public void ilYA(int jours) {
        horloge.reculer(jours);
    }

    /** Whole days that have passed since then. */
    public int joursDepuis(Instant moment) {
        return horloge.joursDepuis(moment);
    }

    /**
     * Tells one story of the demonstration; then it is today again, whatever happened.
     *
     * @throws Exception the one of the story
     */
    public void raconter(Histoire histoire) throws Exception {
        try {
            histoire.raconter();
        } finally {
            horloge.reculer(0);
        }
    }

    /** Runs what the processes of a dossier have to do by themselves, but no timer. */
    public void avancer(String dossier) {
        for (Optional<Job> job = suite(dossier); job.isPresent(); job = suite(dossier)) {
            managementService.executeJob(job.get().getId());
        }
    }

    private Optional<Job> suite(String dossier) {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(
                        instance -> managementService
                                .createJobQuery()
                                .messages()
                                .withRetriesLeft()
                                .processInstanceId(instance)
                                .listPage(0, 1)
                                .stream())
                .findFirst();
    }

    private Stream<String> instances(String dossier) {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                .map(ProcessInstance::getId);
    }

    /** Fires the timers of an element of the diagram, whatever their date, then runs what follows. */
    public void declencher(String dossier, String element) {
        instances(dossier)
                .flatMap(instance ->
                        managementService
                                .createJobQuery()
                                .timers()
                                .activityId(element)
                                .processInstanceId(instance)
                                .list()
                                .stream())
                .forEach(minuteur -> managementService.executeJob(minuteur.getId()));
        avancer(dossier);
    }

    /** The oldest open task of an element of the diagram. */
    public Optional<Task> tache(String dossier, String element) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey(element)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    /** Somebody of the group; empty when it has no members. */
    public Optional<String> membre(String groupe) {
        return identityService.createUserQuery().memberOfGroup(groupe).listPage(0, 1).stream()
                .map(personne -> personne.getId())
                .findFirst();
    }

    /** Completes a task as this person, with the rights they have, then runs what follows. */
    public void accomplir(String dossier, Task tache, String personne, Map<String, Object> reponses) {
        taskService.setAssignee(tache.getId(), personne);
        Agent agent = membres.agent(personne).orElseThrow();
        identityService.setAuthentication(personne, List.copyOf(agent.groupes()), List.copyOf(agent.territoires()));
        try {
            taskService.complete(tache.getId(), reponses);
        } finally {
            identityService.clearAuthentication();
        }
        avancer(dossier);
    }

    /** Completes a task of somebody without an account, who has answered by a personal link. */
    public void repondre(String dossier, Task tache, Map<String, Object> reponses) {
        taskService.complete(tache.getId(), reponses);
        avancer(dossier);
    }
}

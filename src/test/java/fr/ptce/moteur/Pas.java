package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Steps the engine by hand: one call runs one thing, and says clearly when it is not there. */
@TestComponent
public class Pas {

    private final ManagementService managementService;
    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final Membres membres;

    Pas(
            ManagementService managementService,
            TaskService taskService,
            RuntimeService runtimeService,
            IdentityService identityService,
            Membres membres) {
        this.identityService = identityService;
        this.membres = membres;
        this.managementService = managementService;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
    }

    /** Runs the asynchronous continuations of a dossier, those that they bring too, but no timer. */
    public void avancer(String dossier) {
        for (int tour = 0; tour < 100; tour++) {
            List<Job> jobs = jobs(dossier).messages().withRetriesLeft().list();
            if (jobs.isEmpty()) {
                return;
            }
            managementService.executeJob(jobs.get(0).getId());
        }
        throw new AssertionError("The continuations of " + dossier + " do not end.");
    }

    /** Fires the one timer of an activity of a dossier, whatever its date, and what follows. */
    public void declencher(String dossier, String activite) {
        List<Job> minuteurs = jobs(dossier).timers().list().stream()
                .filter(job -> activite.equals(activiteDe(job)))
                .toList();
        assertThat(minuteurs).as("timer of %s for %s", activite, dossier).hasSize(1);
        managementService.executeJob(minuteurs.get(0).getId());
        avancer(dossier);
    }

    /** The open tasks of an activity of a dossier. */
    public List<Task> taches(String dossier, String activite) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey(activite)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** The one open task of an activity of a dossier. */
    public Task tache(String dossier, String activite) {
        List<Task> taches = taches(dossier, activite);
        assertThat(taches)
                .as(() -> "open tasks %s of %s, of which these are open: %s"
                        .formatted(activite, dossier, ouvertes(dossier)))
                .hasSize(1);
        return taches.get(0);
    }

    private List<String> ouvertes(String dossier) {
        return taskService.createTaskQuery().processInstanceBusinessKey(dossier).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** Takes a task in hand and completes it with the rights that this user has, then runs what follows. */
    public void accomplir(String dossier, Task tache, String utilisateur, Map<String, Object> reponses) {
        Agent agent = membres.agent(utilisateur).orElseGet(() -> new Agent(utilisateur, Set.of(), Set.of()));
        identityService.setAuthentication(utilisateur, List.copyOf(agent.groupes()), List.copyOf(agent.territoires()));
        try {
            if (!utilisateur.equals(tache.getAssignee())) {
                taskService.claim(tache.getId(), utilisateur);
            }
            taskService.complete(tache.getId(), reponses);
        } catch (AuthorizationException e) {
            identityService.clearAuthentication();
            throw new AssertionError(
                    "%s, of %s and %s, may not take %s of %s, of territory %s, whose candidates are %s"
                            .formatted(
                                    utilisateur,
                                    agent.groupes(),
                                    agent.territoires(),
                                    tache.getTaskDefinitionKey(),
                                    dossier,
                                    tache.getTenantId(),
                                    candidats(tache)),
                    e);
        } finally {
            identityService.clearAuthentication();
        }
        avancer(dossier);
    }

    /** Completes a task for somebody without an account, who has answered by a personal link, and runs what follows. */
    public void repondre(String dossier, Task tache, Map<String, Object> reponses) {
        taskService.complete(tache.getId(), reponses);
        avancer(dossier);
    }

    private List<String> candidats(Task tache) {
        return taskService.getIdentityLinksForTask(tache.getId()).stream()
                .map(lien -> lien.getUserId() == null ? lien.getGroupId() : lien.getUserId())
                .toList();
    }

    /** Whether a process of this dossier is running. */
    public boolean enCours(String dossier) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(dossier)
                        .count()
                > 0;
    }

    private JobQuery jobs(String dossier) {
        String[] instances =
                runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                        .map(instance -> instance.getId())
                        .toArray(String[]::new);
        JobQuery requete = managementService.createJobQuery();
        return instances.length == 0
                ? requete.processInstanceId("none")
                : requete.processInstanceIds(Set.of(instances));
    }

    private String activiteDe(Job job) {
        return managementService
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}

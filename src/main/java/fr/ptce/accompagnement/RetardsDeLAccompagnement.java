package fr.ptce.accompagnement;

import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.NomDeTache;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What is late in the accompaniment of projects that somebody may see: one query for a page. */
@Component
class RetardsDeLAccompagnement {

    private static final int MAXIMUM = 1000;

    /** @param depuis due date that has passed */
    record Retard(String tache, Instant depuis) {}

    private final TaskService taskService;
    private final AuNomDeLApplication application;
    private final Clock horloge;

    RetardsDeLAccompagnement(TaskService taskService, AuNomDeLApplication application, Clock horloge) {
        this.taskService = taskService;
        this.application = application;
        this.horloge = horloge;
    }

    /** The oldest late task of each process instance; instances without one are absent. */
    Map<String, Retard> parInstance(Collection<String> instances) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        return application
                .faire(() -> taskService
                        .createTaskQuery()
                        .processInstanceIdIn(instances.toArray(String[]::new))
                        .dueBefore(Date.from(horloge.instant()))
                        .orderByDueDate()
                        .asc()
                        .listPage(0, MAXIMUM))
                .stream()
                .collect(Collectors.toMap(
                        Task::getProcessInstanceId,
                        tache -> new Retard(
                                NomDeTache.sansDossier(tache.getName()),
                                tache.getDueDate().toInstant()),
                        (premier, suivant) -> premier));
    }
}

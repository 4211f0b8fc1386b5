package fr.ptce.candidature;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks that a dossier waits for its porteur to do. */
@Component
class TachesDuPorteur {

    private final TaskService taskService;

    TachesDuPorteur(TaskService taskService) {
        this.taskService = taskService;
    }

    Optional<Task> ouverte(String numero, String element) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(numero)
                .taskDefinitionKey(element)
                .listPage(0, 1)
                .stream()
                .findFirst();
    }
}

package fr.ptce.relance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a day's run has to look at, in pages: found by index, whatever the number of open tasks. */
@Component
class TachesDues {

    static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final TaskService taskService;

    TachesDues(JdbcClient jdbc, TaskService taskService) {
        this.jdbc = jdbc;
        this.taskService = taskService;
    }

    /**
     * Tasks due before a moment that no run of that day has looked at, by due date.
     *
     * @param apres last one of the page before; null for the first page
     */
    List<TacheSuivie> page(LocalDate jour, Instant avant, TacheSuivie apres) {
        return jdbc.sql(TachesSuivies.LECTURE + "where echeance >= :depuis and echeance < :avant"
                        + " and (echeance > :depuis or tache > :derniere)"
                        + " and (examinee_le is null or examinee_le < :jour)"
                        + " order by echeance, tache fetch first " + PAGE + " rows only")
                .param("depuis", TachesSuivies.enBase(apres == null ? Instant.EPOCH : apres.echeance()))
                .param("derniere", apres == null ? "" : apres.tache())
                .param("avant", TachesSuivies.enBase(avant))
                .param("jour", jour)
                .query(TachesSuivies::lire)
                .list();
    }

    /** Tasks that somebody gave to somebody who has not been told yet, a thousand at most. */
    List<TacheSuivie> confiees() {
        return jdbc.sql(TachesSuivies.LECTURE
                        + "where affectee_par is not null order by echeance, tache fetch first 1000 rows only")
                .query(TachesSuivies::lire)
                .list();
    }

    /** Those that the engine still has and has not suspended. */
    Set<String> actives(Collection<String> taches) {
        Set<String> actives = new HashSet<>();
        if (!taches.isEmpty()) {
            taskService.createTaskQuery().taskIdIn(taches.toArray(String[]::new)).active().list().stream()
                    .map(Task::getId)
                    .forEach(actives::add);
        }
        return actives;
    }
}

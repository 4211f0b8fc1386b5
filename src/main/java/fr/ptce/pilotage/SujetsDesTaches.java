package fr.ptce.pilotage;

import fr.ptce.candidature.Dossier;
import fr.ptce.candidature.Dossiers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a task is about, for those who may read it: the engine checks it for the user of the request. */
@Component
class SujetsDesTaches {

    private static final Pattern MONOGRAPHIE = Pattern.compile("MONO-(\\d{1,18})");

    /**
     * A task and its subject.
     *
     * @param nom name of the task, as Tasklist shows it
     * @param reference business key of its process; null when it has none
     * @param dossier the dossier that it is about, directly or by a monograph of its initiative; null when it is about none
     */
    record Sujet(String tache, String nom, String reference, Dossier dossier) {

        /** Whether the process of the task is one of the dossier itself. */
        boolean estLeDossier() {
            return dossier != null && dossier.numero().equals(reference);
        }
    }

    private final TaskService taches;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;

    SujetsDesTaches(TaskService taches, Dossiers dossiers, JdbcClient jdbc) {
        this.taches = taches;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
    }

    /** Empty when no such task is open, or the user may not read it: from outside both look the same. */
    Optional<Sujet> lire(String tache) {
        return Optional.ofNullable(taches.createTaskQuery().taskId(tache).singleResult())
                .map(this::sujet);
    }

    private Sujet sujet(Task tache) {
        Optional<String> reference = reference(tache.getId());
        Dossier dossier =
                reference.flatMap(this::numero).flatMap(dossiers::chercher).orElse(null);
        return new Sujet(tache.getId(), tache.getName(), reference.orElse(null), dossier);
    }

    // Not from the instance: those who read a task do not all read its process.
    private Optional<String> reference(String tache) {
        return jdbc.sql("select dossier from tache_suivie where tache = :tache and dossier is not null")
                .param("tache", tache)
                .query(String.class)
                .optional();
    }

    private Optional<String> numero(String reference) {
        Matcher monographie = MONOGRAPHIE.matcher(reference);
        if (!monographie.matches()) {
            return Optional.of(reference);
        }
        return jdbc.sql("select initiative from monographie where id = :id")
                .param("id", Long.parseLong(monographie.group(1)))
                .query(String.class)
                .optional();
    }
}

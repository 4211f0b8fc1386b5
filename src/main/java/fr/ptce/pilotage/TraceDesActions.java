package fr.ptce.pilotage;

import fr.ptce.annuaire.Journal;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps who did what and why: in the journal of the dossier, or, for a process that has none, in the engine's comments on
 * its instance.
 */
@Component
class TraceDesActions {

    /** @param auteur id of an account */
    record Trace(Instant le, String auteur, String texte) {}

    /** Nature of the events that this room writes. */
    private static final String NATURE = "pilotage";

    private static final int DERNIERES = 50;

    private final Journal journal;
    private final TaskService taches;
    private final AuNomDeLApplication application;
    private final JdbcClient jdbc;

    TraceDesActions(Journal journal, TaskService taches, AuNomDeLApplication application, JdbcClient jdbc) {
        this.journal = journal;
        this.taches = taches;
        this.application = application;
        this.jdbc = jdbc;
    }

    void consigner(Agent agent, InstanceVisible instance, String texte) {
        if (aUnDossier(instance.dossier())) {
            journal.consigner(instance.dossier(), NATURE, agent.id(), texte);
        } else {
            application.faireEnLeurNom(() -> taches.createComment(null, instance.id(), texte));
        }
    }

    /** What was done on this instance without a dossier, the latest first, fifty at most. */
    List<Trace> surLInstance(String instance) {
        return application.faire(() -> taches.getProcessInstanceComments(instance)).stream()
                .limit(DERNIERES)
                .map(TraceDesActions::lire)
                .toList();
    }

    private static Trace lire(Comment commentaire) {
        return new Trace(commentaire.getTime().toInstant(), commentaire.getUserId(), commentaire.getFullMessage());
    }

    /** Whether this business key is the number of a dossier, with a page and a journal; false for null. */
    boolean aUnDossier(String reference) {
        return reference != null
                && jdbc.sql("select count(*) from dossier where numero = :numero")
                                .param("numero", reference)
                                .query(Long.class)
                                .single()
                        > 0;
    }
}

package fr.ptce.candidature;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What the engine knows of a dossier: its human tasks and its running processes, of all rooms, by their business key. To
 * be asked only by somebody who may see the dossier: the engine checks nothing here.
 */
@Component
class TachesDuDossier {

    /**
     * A task that somebody has to do.
     *
     * @param responsable id of the user who took it, null when nobody did
     * @param groupes groups that may take it; empty when none
     * @param echeance null when it has none
     * @param enRetard whether the due date is past
     * @param pourMoi whether the reader may work on it
     */
    record Ouverte(
            String id,
            String nom,
            String responsable,
            List<String> groupes,
            Instant depuis,
            Instant echeance,
            boolean enRetard,
            boolean pourMoi) {}

    /**
     * A task of the history.
     *
     * @param responsable null when nobody took it
     * @param fin null as long as it is open
     * @param accomplie whether somebody ended it; false for one that the process took back
     */
    record Passee(String nom, String responsable, Instant debut, Instant fin, boolean accomplie) {}

    private static final int MAXIMUM = 200;

    private final TaskService taches;
    private final HistoryService historique;
    private final RuntimeService processus;
    private final IdentityService identites;
    private final AuNomDeLApplication application;

    TachesDuDossier(
            TaskService taches,
            HistoryService historique,
            RuntimeService processus,
            IdentityService identites,
            AuNomDeLApplication application) {
        this.taches = taches;
        this.historique = historique;
        this.processus = processus;
        this.identites = identites;
        this.application = application;
    }

    /** The open tasks, the most urgent first. */
    List<Ouverte> ouvertes(Agent agent, String numero, Instant maintenant) {
        return application.faire(
                () -> taches
                        .createTaskQuery()
                        .processInstanceBusinessKey(numero)
                        .orderByDueDate()
                        .asc()
                        .listPage(0, MAXIMUM)
                        .stream()
                        .map(tache -> ouverte(agent, tache, maintenant))
                        .toList());
    }

    /** The tasks that were ever open, oldest first. */
    List<Passee> passees(String numero) {
        return application.faire(() -> historique
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(numero)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .listPage(0, MAXIMUM)
                .stream()
                .map(TachesDuDossier::passee)
                .toList());
    }

    /** Ids of the running candidatures, for Cockpit. */
    List<String> instances(String numero) {
        return application.faire(() -> processus
                .createProcessInstanceQuery()
                .processDefinitionKey(CandidatureProcess.CLE)
                .processInstanceBusinessKey(numero)
                .listPage(0, MAXIMUM)
                .stream()
                .map(ProcessInstance::getId)
                .toList());
    }

    /** Names of accounts by their ids; an id without an account is absent. */
    Map<String, String> noms(Set<String> ids) {
        String[] connus = ids.stream().filter(Objects::nonNull).toArray(String[]::new);
        Map<String, String> noms = new HashMap<>();
        if (connus.length > 0) {
            application
                    .faire(() -> identites.createUserQuery().userIdIn(connus).list())
                    .forEach(compte -> noms.put(compte.getId(), nom(compte)));
        }
        return noms;
    }

    private static String nom(User compte) {
        return (compte.getFirstName() + " " + compte.getLastName()).strip();
    }

    private Ouverte ouverte(Agent agent, Task tache, Instant maintenant) {
        List<IdentityLink> liens = taches.getIdentityLinksForTask(tache.getId());
        List<String> groupes = liens.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        Instant echeance = instant(tache.getDueDate());
        boolean pourMoi = agent.id().equals(tache.getAssignee())
                || agent.estDans(Groupes.ADMINISTRATION)
                || groupes.stream().anyMatch(agent::estDans);
        return new Ouverte(
                tache.getId(),
                tache.getName(),
                tache.getAssignee(),
                groupes,
                instant(tache.getCreateTime()),
                echeance,
                echeance != null && echeance.isBefore(maintenant),
                pourMoi);
    }

    private static Passee passee(HistoricTaskInstance tache) {
        return new Passee(
                tache.getName(),
                tache.getAssignee(),
                instant(tache.getStartTime()),
                instant(tache.getEndTime()),
                "completed".equals(tache.getDeleteReason()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

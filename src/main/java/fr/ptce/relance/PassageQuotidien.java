package fr.ptce.relance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;

/** The steps of a day's run, one for each box of {@code relances-quotidiennes.bpmn}; each can be done again. */
@Service
class PassageQuotidien {

    private final PlanDesRelances plan;
    private final Relances relances;
    private final TachesSuivies taches;
    private final TaskService taskService;
    private final Escalades escalades;

    PassageQuotidien(
            PlanDesRelances plan,
            Relances relances,
            TachesSuivies taches,
            TaskService taskService,
            Escalades escalades) {
        this.plan = plan;
        this.relances = relances;
        this.taches = taches;
        this.taskService = taskService;
        this.escalades = escalades;
    }

    /** Decides what is to be told; returns the number of batches that send it. */
    int prevoir(LocalDate jour) {
        relances.verrouiller();
        plan.prevoir(jour, page -> {
            relances.inscrire(page.relances(), jour);
            relances.noterLExamen(page.taches(), jour);
        });
        return relances.repartir(jour);
    }

    /** Shows the escalations that were sent. */
    void inscrireLesEscalades() {
        parTache(relances.aConclure(RelancePrevue.ESCALADE)).forEach((tache, lignes) -> {
            String niveau = lignes.get(lignes.size() - 1).nature().substring(RelancePrevue.ESCALADE.length());
            taches.lire(tache).ifPresent(suivie -> {
                escalades.escalader(suivie, niveau);
                taches.noterLEscalade(tache, niveau);
            });
            relances.conclure(ids(lignes));
        });
    }

    /** Gives tasks back to their group whose assignee let too much time pass, and has been told. */
    void remettreAuGroupe() {
        parTache(relances.aConclure(RelancePrevue.REMISE)).forEach((tache, lignes) -> {
            taches.lire(tache)
                    .filter(suivie -> lignes.get(0).destinataire().equals(suivie.responsable()))
                    .filter(suivie -> !suivie.groupes().isEmpty())
                    .filter(suivie -> estActive(tache))
                    .ifPresent(suivie -> taskService.setAssignee(tache, null));
            relances.conclure(ids(lignes));
        });
    }

    /** The engine moves nothing that has been suspended since. */
    private boolean estActive(String tache) {
        return taskService.createTaskQuery().taskId(tache).active().count() == 1;
    }

    private static Map<String, List<Relances.Ligne>> parTache(Collection<Relances.Ligne> lignes) {
        return lignes.stream().collect(Collectors.groupingBy(Relances.Ligne::tache));
    }

    private static List<Long> ids(List<Relances.Ligne> lignes) {
        return lignes.stream().map(Relances.Ligne::id).toList();
    }
}

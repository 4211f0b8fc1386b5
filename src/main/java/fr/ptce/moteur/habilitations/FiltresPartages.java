package fr.ptce.moteur.habilitations;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The filters that everybody finds in Tasklist. They are written by the application only: their expressions are
 * evaluated for the user who opens them.
 */
@Component
class FiltresPartages {

    private record Filtre(String nom, String description, TaskQuery requete) {}

    private final FilterService filtres;
    private final TaskService taches;
    private final Habilitations habilitations;

    FiltresPartages(FilterService filtres, TaskService taches, Habilitations habilitations) {
        this.filtres = filtres;
        this.taches = taches;
        this.habilitations = habilitations;
    }

    void mettreEnPlace() {
        int rang = 0;
        for (Filtre filtre : lesFiltres()) {
            String id = enregistrer(filtre, rang++);
            habilitations.accorder(Droits.ROLES.stream()
                    .map(groupe -> Droit.sur(groupe, Resources.FILTER, id, Permissions.READ))
                    .toList());
        }
    }

    private List<Filtre> lesFiltres() {
        return List.of(
                new Filtre(
                        "Mes tâches",
                        "Les tâches que vous avez prises en charge.",
                        parEcheance().taskAssigneeExpression("${currentUser()}")),
                new Filtre(
                        "À prendre en charge",
                        "Les tâches de vos groupes que personne n’a encore prises.",
                        parEcheance()
                                .taskCandidateGroupInExpression("${currentUserGroups()}")
                                .taskUnassigned()),
                new Filtre(
                        "En retard",
                        "Les tâches dont l’échéance est passée.",
                        parEcheance().dueBeforeExpression("${now()}")),
                new Filtre(
                        "Échéance dans la semaine",
                        "Les tâches à terminer dans les sept jours.",
                        parEcheance().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusWeeks(1)}")),
                new Filtre(
                        "Toutes les tâches que je peux voir", "Toutes les tâches de votre territoire.", parEcheance()));
    }

    private TaskQuery parEcheance() {
        return taches.createTaskQuery().orderByDueDate().asc();
    }

    private String enregistrer(Filtre filtre, int rang) {
        Filter present = filtres.createFilterQuery().filterName(filtre.nom()).singleResult();
        Filter aEcrire = present == null ? filtres.newTaskFilter(filtre.nom()) : present;
        aEcrire.setQuery(filtre.requete());
        aEcrire.setProperties(Map.of(
                "description",
                filtre.description(),
                "priority",
                rang,
                "refresh",
                true,
                "showUndefinedVariable",
                false));
        return filtres.saveFilter(aEcrire).getId();
    }
}

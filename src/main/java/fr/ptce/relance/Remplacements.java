package fr.ptce.relance;

import fr.ptce.moteur.habilitations.Dessaisissement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;

/**
 * Moves the tasks of somebody absent: to their substitute where that person may do them, else back to the group. A task
 * without a group stays when nobody may have it.
 */
@Service
class Remplacements {

    private final Absences absences;
    private final TachesSuivies taches;
    private final TachesDues dues;
    private final TaskService taskService;
    private final IdentityService identityService;
    private final Dessaisissement dessaisissement;
    private final Clock horloge;

    Remplacements(
            Absences absences,
            TachesSuivies taches,
            TachesDues dues,
            TaskService taskService,
            IdentityService identityService,
            Dessaisissement dessaisissement,
            Clock horloge) {
        this.absences = absences;
        this.taches = taches;
        this.dues = dues;
        this.taskService = taskService;
        this.identityService = identityService;
        this.dessaisissement = dessaisissement;
        this.horloge = horloge;
    }

    /** Moves the open tasks of the absent person; those of a suspended dossier stay. */
    void confier(long id) {
        absences.lire(id)
                .ifPresent(absence -> actives(taches.de(absence.personne())).forEach(tache -> {
                    if (deplacable(tache)) {
                        absences.noterLaTache(id, tache.tache());
                        taskService.setAssignee(
                                tache.tache(), suppleant(tache, absence).orElse(null));
                    }
                }));
    }

    /** Gives back what was moved, is still open, and nobody else has taken since; of a cancelled absence too. */
    void rendre(long id) {
        Absence absence = absences.lireMemeAnnulee(id);
        actives(taches.parmi(absences.tachesConfiees(id)).values()).stream()
                .filter(tache ->
                        tache.responsable() == null || tache.responsable().equals(absence.remplacant()))
                .forEach(tache -> taskService.setAssignee(tache.tache(), absence.personne()));
    }

    /** A task that is being given to somebody who is absent goes to their substitute or back to the group. */
    void deplacer(DelegateTask tache) {
        absences.de(tache.getAssignee(), LocalDate.now(horloge)).ifPresent(absence -> {
            TacheSuivie suivie = taches.lire(tache.getId()).orElseThrow();
            if (deplacable(suivie)) {
                String suppleant = suppleant(suivie, absence).orElse(null);
                absences.noterLaTache(absence.id(), suivie.tache());
                tache.setAssignee(suppleant);
                taches.affecter(suivie.tache(), suppleant, null);
            }
        });
    }

    /** The engine moves nothing that is suspended. */
    private List<TacheSuivie> actives(Collection<TacheSuivie> ouvertes) {
        Set<String> actives =
                dues.actives(ouvertes.stream().map(TacheSuivie::tache).toList());
        return ouvertes.stream()
                .filter(tache -> actives.contains(tache.tache()))
                .toList();
    }

    /** Not a review: it is of no group, and whoever has it has declared their interests. */
    private static boolean deplacable(TacheSuivie tache) {
        return !tache.groupes().isEmpty();
    }

    /** The substitute, when they belong to a group that may do the task and may know of its instance. */
    private Optional<String> suppleant(TacheSuivie tache, Absence absence) {
        return Optional.ofNullable(absence.remplacant())
                .filter(personne -> estDans(personne, tache.groupes()))
                .filter(personne -> !dessaisissement.estDessaisi(personne, tache.instance()));
    }

    private boolean estDans(String personne, List<String> groupes) {
        return identityService.createGroupQuery().groupMember(personne).list().stream()
                .anyMatch(groupe -> groupes.contains(groupe.getId()));
    }
}

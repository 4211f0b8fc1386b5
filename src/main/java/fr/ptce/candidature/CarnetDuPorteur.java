package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.candidature.CandidatureProcess.Variables;
import fr.ptce.relance.CarnetDAdresses;
import fr.ptce.relance.Correspondant;
import fr.ptce.relance.TacheSuivie;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The porteur of a dossier, to whom its external tasks are addressed. */
@Component
class CarnetDuPorteur implements CarnetDAdresses {

    static final String ROLE = "porteur";

    private static final int DERNIERE_DEMANDE = 2;

    private final Dossiers dossiers;
    private final Journal journal;
    private final TaskService taskService;

    CarnetDuPorteur(Dossiers dossiers, Journal journal, TaskService taskService) {
        this.dossiers = dossiers;
        this.journal = journal;
        this.taskService = taskService;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public Optional<Correspondant> correspondant(String dossier, String tache) {
        return dossiers.chercher(dossier)
                .map(trouve -> new Correspondant(
                        trouve.salutation(), trouve.contactCourriel(), trouve.initiative(), details(tache)));
    }

    @Override
    public Map<String, String> adresses(Collection<TacheSuivie> taches) {
        return CarnetDAdresses.parTache(taches, dossiers::adresses);
    }

    @Override
    public void signaler(String dossier, String alerte) {
        journal.consigner(dossier, "alerte", null, alerte);
    }

    /** What is missing, while it is asked for. */
    private Map<String, Object> details(String tache) {
        Task ouverte = tache == null
                ? null
                : taskService.createTaskQuery().taskId(tache).singleResult();
        if (ouverte == null) {
            return Map.of();
        }
        Map<String, Object> variables =
                taskService.getVariables(tache, List.of(Variables.MANQUES, Variables.DEMANDES_DE_COMPLEMENTS));
        int demandes = ((Number) variables.getOrDefault(Variables.DEMANDES_DE_COMPLEMENTS, 0)).intValue();
        return Map.of(
                "manques",
                variables.getOrDefault(Variables.MANQUES, List.of()),
                "dernier",
                demandes + 1 >= DERNIERE_DEMANDE);
    }
}

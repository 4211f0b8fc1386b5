package fr.ptce.besoins;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Journal;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.relance.CarnetDAdresses;
import fr.ptce.relance.Correspondant;
import fr.ptce.relance.TacheSuivie;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The porteur of a retained initiative, to whom its external tasks are addressed. */
@Component
class CarnetDesInitiatives implements CarnetDAdresses {

    static final String ROLE = "initiative";

    private final Initiatives initiatives;
    private final Journal journal;
    private final TaskService taskService;

    CarnetDesInitiatives(Initiatives initiatives, Journal journal, TaskService taskService) {
        this.initiatives = initiatives;
        this.journal = journal;
        this.taskService = taskService;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public Optional<Correspondant> correspondant(String dossier, String tache) {
        return initiatives
                .chercher(dossier)
                .map(trouvee -> new Correspondant(
                        trouvee.contactNom(), trouvee.contactCourriel(), trouvee.nom(), details(tache)));
    }

    /** The pilot's message, while the task is open. */
    private Map<String, Object> details(String tache) {
        boolean ouverte =
                tache != null && taskService.createTaskQuery().taskId(tache).count() > 0;
        Object message = ouverte ? taskService.getVariable(tache, Variables.MESSAGE) : null;
        return Map.of("message", message == null ? "" : message);
    }

    @Override
    public Map<String, String> adresses(Collection<TacheSuivie> taches) {
        return CarnetDAdresses.parTache(taches, initiatives::adresses);
    }

    @Override
    public void signaler(String dossier, String alerte) {
        journal.consigner(dossier, "alerte", null, alerte);
    }

    /** Whether the porteur has an e-mail address; false when the initiative is not registered. */
    boolean joignable(String dossier) {
        return initiatives.chercher(dossier).filter(Initiative::aUneAdresse).isPresent();
    }
}

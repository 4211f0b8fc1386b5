package fr.ptce.relance;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Shows in Cockpit how far the delay of a task was escalated: one instance of {@code escalade.bpmn} from the first
 * escalation until the task is over.
 */
@Component
class Escalades {

    static final String RESPONSABLE = "responsable";
    static final String GROUPE = "groupe";
    static final String COMITE = "comite";

    private static final List<String> ECHELLE = List.of(RESPONSABLE, GROUPE, COMITE);

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    Escalades(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    /**
     * Moves the task's instance up to the level that has been told, starting it if there is none.
     *
     * @param tache as it was before
     * @param niveau {@link #RESPONSABLE}, {@link #GROUPE} or {@link #COMITE}
     */
    void escalader(TacheSuivie tache, String niveau) {
        int vise = ECHELLE.indexOf(niveau);
        int atteint = tache.escalade() == null ? -1 : ECHELLE.indexOf(tache.escalade());
        application.faire(() -> {
            int depuis = atteint < 0 ? demarrer(tache, Math.min(vise, ECHELLE.indexOf(GROUPE))) : atteint;
            for (int echelon = depuis; echelon < vise; echelon++) {
                correler(EscaladeProcess.ESCALADE_SUIVANTE, tache.tache());
            }
            return null;
        });
    }

    /** The task is over; does nothing when its delay was not escalated. */
    void clore(TacheSuivie tache) {
        if (tache.escalade() != null) {
            application.faire(() -> correler(EscaladeProcess.TACHE_TERMINEE, tache.tache()));
        }
    }

    private int demarrer(TacheSuivie tache, int niveau) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(EscaladeProcess.TACHE, tache.tache());
        variables.put(EscaladeProcess.NOM_DE_LA_TACHE, tache.nom());
        variables.put(EscaladeProcess.NIVEAU, ECHELLE.get(niveau));
        variables.put(EscaladeProcess.REGION, tache.region());
        runtimeService.startProcessInstanceByKey(EscaladeProcess.CLE, tache.dossier(), variables);
        return niveau;
    }

    /** An instance that a pilot ended in the meantime is no fault. */
    private Void correler(String message, String tache) {
        runtimeService
                .createMessageCorrelation(message)
                .processInstanceVariableEquals(EscaladeProcess.TACHE, tache)
                .correlateAll();
        return null;
    }
}

package fr.ptce.candidature;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The contract with {@code campagne.bpmn}: its names, its start and the change of its dates. */
@Component
public class CampagneProcess {

    public static final String CLE = "campagne";
    public static final String MESSAGE_CALENDRIER_MODIFIE = "CalendrierModifie";
    /** Long, id of the campaign. */
    public static final String CAMPAGNE = "campagne";
    /** Date of the one reminder of the drafts. */
    public static final String RAPPEL_DES_BROUILLONS_LE = "rappelDesBrouillonsLe";
    /** Date of the closing. */
    public static final String FERMETURE = "fermeture";
    /** List of String, ids of the drafts to remind of. */
    public static final String BROUILLONS = "brouillons";
    /** String, id of one draft. */
    public static final String BROUILLON = "brouillon";

    private static final Duration RAPPEL_AVANT_FERMETURE = Duration.ofDays(2);

    private final RuntimeService runtimeService;

    CampagneProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    void demarrer(Campagne campagne) {
        runtimeService.startProcessInstanceByKey(CLE, campagne.code(), variables(campagne));
    }

    /** What the process of a campaign knows of it. */
    static Map<String, Object> variables(Campagne campagne) {
        return Map.of(
                CAMPAGNE, campagne.id(),
                RAPPEL_DES_BROUILLONS_LE, Date.from(campagne.fermeture().minus(RAPPEL_AVANT_FERMETURE)),
                FERMETURE, Date.from(campagne.fermeture()));
    }

    /** Ends the running process, if any, and starts one with the new dates. */
    void reprendre(Campagne campagne) {
        List<ProcessInstance> enCours = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CLE)
                .processInstanceBusinessKey(campagne.code())
                .list();
        for (ProcessInstance instance : enCours) {
            runtimeService
                    .createMessageCorrelation(MESSAGE_CALENDRIER_MODIFIE)
                    .processInstanceId(instance.getId())
                    .correlate();
        }
        demarrer(campagne);
    }
}

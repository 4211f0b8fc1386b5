package fr.ptce.besoins;

import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.moteur.AuNomDeLApplication;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The contract with {@code lancement-besoins.bpmn}: its names and its start; and the questionnaires that it starts in
 * its turn.
 */
@Component
class LancementBesoinsProcess {

    static final String CLE = "lancement-besoins";
    /** Long, id of the launch. */
    static final String LANCEMENT = "lancement";
    /** Boolean, whether questionnaires are left to start. */
    static final String INITIATIVES_RESTANTES = "initiativesRestantes";

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    LancementBesoinsProcess(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    /** Business key of the instance of a launch. */
    static String reference(long lancement) {
        return "LANCEMENT-" + lancement;
    }

    void demarrer(long lancement) {
        application.faire(() -> runtimeService.startProcessInstanceByKey(
                CLE, reference(lancement), Map.<String, Object>of(LANCEMENT, lancement)));
    }

    /** Whether the engine has given up: an administrator finds the incident in Cockpit and starts it again there. */
    boolean enPanne(long lancement) {
        return application.faire(() -> runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(CLE)
                        .processInstanceBusinessKey(reference(lancement))
                        .withIncident()
                        .count()
                > 0);
    }

    /** Starts the questionnaire of an initiative. */
    void demarrerLeQuestionnaire(String numero, String region, Map<String, Object> demande) {
        Map<String, Object> variables = new HashMap<>(demande);
        variables.put(Variables.REGION, region);
        runtimeService
                .createProcessInstanceByKey(QuestionnaireBesoinsProcess.CLE)
                .businessKey(numero)
                .setVariables(variables)
                .startBeforeActivity(QuestionnaireBesoinsProcess.Elements.LANCEMENT)
                .execute();
    }
}

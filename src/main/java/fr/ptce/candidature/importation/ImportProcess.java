package fr.ptce.candidature.importation;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with {@code import-candidatures.bpmn}: its names, its start and what stops it. */
@Component
public class ImportProcess {

    public static final String CLE = "import-candidatures";
    /** Long, id of the file. */
    public static final String LOT = "lot";
    /** Boolean, whether accepted rows are left. */
    public static final String LIGNES_RESTANTES = "lignesRestantes";

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    ImportProcess(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    /** Business key of the instance of a file. */
    public static String reference(long lot) {
        return "IMPORT-" + lot;
    }

    void demarrer(long lot) {
        application.faire(
                () -> runtimeService.startProcessInstanceByKey(CLE, reference(lot), Map.<String, Object>of(LOT, lot)));
    }

    /** Whether the engine has given up: an administrator finds the incident in Cockpit and starts it again there. */
    boolean enPanne(long lot) {
        return application.faire(() -> runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(CLE)
                        .processInstanceBusinessKey(reference(lot))
                        .withIncident()
                        .count()
                > 0);
    }
}

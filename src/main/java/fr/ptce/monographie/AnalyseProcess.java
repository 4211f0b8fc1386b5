package fr.ptce.monographie;

import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.AuNomDeLApplication;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with {@code analyse-transversale.bpmn}: its names and its start. A test holds both together. */
@Component
class AnalyseProcess {

    static final String CLE = "analyse-transversale";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String REDIGER = "userTask_redigerAnalyse";
        static final String VALIDER = "userTask_validerAnalyse";

        private Elements() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, that of the whole country; also the tenant of the instance. */
        static final String REGION = "region";
        /** Long, id of the analysis. */
        static final String ANALYSE = "analyse";
        /** Boolean, whether the committee accepts it. */
        static final String VALIDEE = "analyseValidee";

        private Variables() {}
    }

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    AnalyseProcess(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    void demarrer(AnalysesTransversales.Analyse analyse) {
        application.executer(() -> runtimeService.startProcessInstanceByKey(
                CLE,
                analyse.reference(),
                Map.<String, Object>of(Variables.REGION, Regions.FRANCE, Variables.ANALYSE, analyse.id())));
    }
}

package fr.ptce.accompagnement;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The contract with {@code recensement-accompagnateur.bpmn}: its names and its start. A test holds both together.
 */
@Component
class RecensementAccompagnateurProcess {

    static final String CLE = "recensement-accompagnateur";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String VALIDER = "userTask_valider";
        static final String UN_AN_APRES = "event_unAnApres";
        static final String CONFIRMER = "userTask_confirmer";

        private Elements() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, code of the principal region; also the tenant of the instance. */
        static final String REGION = "region";
        /** Long, id of the sheet. */
        static final String ACCOMPAGNATEUR = "accompagnateur";
        /** Boolean, whether the pilot accepts the person. */
        static final String VALIDEE = "validee";
        /** String, id of the account once it is open. */
        static final String COMPTE = "compte";
        /** Boolean, whether the person stays for another year. */
        static final String ENCORE_DISPONIBLE = "encoreDisponible";

        private Variables() {}
    }

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    RecensementAccompagnateurProcess(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    void demarrer(long accompagnateur, String region) {
        application.faire(() -> runtimeService.startProcessInstanceByKey(
                CLE,
                Accompagnateur.reference(accompagnateur),
                Map.<String, Object>of(Variables.ACCOMPAGNATEUR, accompagnateur, Variables.REGION, region)));
    }
}

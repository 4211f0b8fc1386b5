package fr.ptce.accompagnement;

import fr.ptce.annuaire.Regions;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with {@code cahier-methodologique.bpmn}: its names and its start. A test holds both together. */
@Component
class CahierProcess {

    static final String CLE = "cahier-methodologique";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String REDIGER = "userTask_redigerChapitre";
        static final String RELIRE = "userTask_relireChapitre";
        static final String VALIDER = "userTask_validerCahier";

        private Elements() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, that of the whole country; also the tenant of the instance. */
        static final String REGION = "region";
        /** Integer, the year. */
        static final String ANNEE = "annee";
        /** Long, id of a chapter; local to it. */
        static final String CHAPITRE = "chapitre";
        /** Boolean, whether a pilot accepts the chapter; local to it. */
        static final String CHAPITRE_ACCEPTE = "chapitreAccepte";
        /** Boolean, whether the committee accepts the handbook. */
        static final String CAHIER_VALIDE = "cahierValide";

        private Variables() {}
    }

    private final RuntimeService runtimeService;

    CahierProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Business key of the handbook of a year, {@code CAHIER-2027}. */
    static String reference(int annee) {
        return "CAHIER-" + annee;
    }

    void demarrer(int annee) {
        runtimeService.startProcessInstanceByKey(
                CLE,
                reference(annee),
                Map.<String, Object>of(Variables.REGION, Regions.FRANCE, Variables.ANNEE, annee));
    }
}

package fr.ptce.accompagnement;

import fr.ptce.moteur.AuNomDeLApplication;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with {@code accompagnement-regional.bpmn}: its names and its start. A test holds both together. */
@Component
class AccompagnementRegionalProcess {

    static final String CLE = "accompagnement-regional";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String MOBILISER = "userTask_mobiliser";
        static final String SELECTIONNER = "userTask_selectionner";
        static final String REMPLACER = "userTask_remplacer";
        static final String STATUER = "userTask_statuer";
        static final String BILAN_REGIONAL = "userTask_bilanRegional";

        private Elements() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, code of the region; also the tenant of the instance. */
        static final String REGION = "region";
        /** Integer, the year. */
        static final String ANNEE = "annee";
        /** Long, id of the year of this region. */
        static final String ACCOMPAGNEMENT_REGIONAL = "accompagnementRegional";
        /** Long, number of projects that could be accompanied. */
        static final String PROJETS_ELIGIBLES = "projetsEligibles";
        /** Long, id of the project of a place; local to the place. */
        static final String PROJET = "projet";
        /** Boolean, whether another project takes a place that has become free. */
        static final String REMPLACANT_TROUVE = "remplacantTrouve";
        /** Integer, seminars to be held one after the other. */
        static final String SEMINAIRES_A_ORGANISER = "seminairesAOrganiser";
        /** Long, seminars of the year that took place. */
        static final String SEMINAIRES_TENUS = "seminairesTenus";
        /** Boolean, whether the pilot organises one more. */
        static final String AUTRE_SEMINAIRE = "autreSeminaire";
        /** Boolean, whether three regions have given their bilan and nothing inter-regional has begun. */
        static final String TROISIEME_BILAN = "troisiemeBilan";

        private Variables() {}
    }

    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;

    AccompagnementRegionalProcess(RuntimeService runtimeService, AuNomDeLApplication application) {
        this.runtimeService = runtimeService;
        this.application = application;
    }

    void demarrer(AnneeRegionale annee) {
        application.faire(() -> runtimeService.startProcessInstanceByKey(
                CLE,
                annee.reference(),
                Map.<String, Object>of(
                        Variables.REGION,
                        annee.region(),
                        Variables.ANNEE,
                        annee.annee(),
                        Variables.ACCOMPAGNEMENT_REGIONAL,
                        annee.id(),
                        Variables.SEMINAIRES_A_ORGANISER,
                        annee.seminairesPrevus())));
    }
}

package fr.ptce.accompagnement;

import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The contract with {@code recensement-accompagnateur.bpmn}: its names and its start. A test holds both together.
 */
@Component
class RecensementAccompagnateurProcess {

    static final String CLE = "recensement-accompagnateur";

    /** Message that starts an instance: a pilot invites somebody. */
    static final String INVITATION = "InvitationAccompagnateur";

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
        /** String, name of somebody who is invited; absent for a sheet. */
        static final String NOM = "invitationNom";
        /** String, address of somebody who is invited; absent for a sheet. */
        static final String COURRIEL = "invitationCourriel";
        /** String, what the pilot writes to somebody who is invited; may be null. */
        static final String MESSAGE = "invitationMessage";
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

    /** @param message null when the pilot adds nothing */
    record Invitation(String nom, String courriel, String message) {}

    void inviter(Invitation invitation, Agent agent) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.REGION, region(agent));
        variables.put(Variables.NOM, invitation.nom());
        variables.put(Variables.COURRIEL, invitation.courriel());
        variables.put(Variables.MESSAGE, invitation.message());
        application.faire(() -> runtimeService
                .createMessageCorrelation(INVITATION)
                .processInstanceBusinessKey(
                        "INV-" + UUID.randomUUID().toString().substring(0, 8))
                .setVariables(variables)
                .correlateStartMessage());
    }

    /** That of a pilot of one region; the whole country for those who follow several. */
    private static String region(Agent agent) {
        return agent.territoires().size() == 1 ? agent.territoires().iterator().next() : Regions.FRANCE;
    }

    void demarrer(long accompagnateur, String region) {
        application.faire(() -> runtimeService.startProcessInstanceByKey(
                CLE,
                Accompagnateur.reference(accompagnateur),
                Map.<String, Object>of(Variables.ACCOMPAGNATEUR, accompagnateur, Variables.REGION, region)));
    }
}

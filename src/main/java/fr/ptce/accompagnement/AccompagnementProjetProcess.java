package fr.ptce.accompagnement;

import fr.ptce.moteur.MessagesAuProcessus;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The contract with {@code accompagnement-projet.bpmn}: its names and its messages. A test holds both together. */
@Component
class AccompagnementProjetProcess {

    static final String CLE = "accompagnement-projet";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String AFFECTER = "userTask_affecter";
        static final String REPONDRE_MISSION = "userTask_repondreMission";
        static final String DIAGNOSTIC = "userTask_diagnostic";
        static final String PLAN = "userTask_plan";
        static final String VALIDER_PLAN = "userTask_validerPlan";
        static final String COMPTE_RENDU = "userTask_compteRendu";
        static final String SOMMEIL = "boundaryEvent_sommeil";
        static final String PROJET_EN_SOMMEIL = "userTask_projetEnSommeil";
        static final String BILAN = "userTask_bilan";
        static final String REPRENDRE = "userTask_reprendre";
        static final String DIX_JOURS_APRES = "event_dixJoursApres";
        static final String DONNER_AVIS = "userTask_donnerAvis";
        static final String SANS_AVIS = "boundaryEvent_sansAvis";
        static final String CLORE = "userTask_clore";

        private Elements() {}
    }

    /** What a pilot may ask for at any moment. */
    static final class Messages {
        static final String SUSPENSION = "SuspensionAccompagnement";
        static final String CHANGEMENT = "ChangementAccompagnateur";
        static final String ABANDON = "AbandonAccompagnement";

        private Messages() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, code of the region; also the tenant of the instance. */
        static final String REGION = "region";
        /** Long, id of the accompanied project. */
        static final String PROJET = "projet";
        /** Boolean, whether the pilot chose somebody. */
        static final String ACCOMPAGNATEUR_CHOISI = "accompagnateurChoisi";
        /** Boolean, whether people of other regions are asked too; absent for no. */
        static final String ELARGI = "elargi";
        /** String, account of the one who is offered or has the mission. */
        static final String COMPTE = "compteAccompagnateur";
        /** Boolean, whether the one who was asked accepts. */
        static final String MISSION_ACCEPTEE = "missionAcceptee";
        /** String, id of the state where work goes on after an interruption. */
        static final String ETAPE = "etape";
        /** Boolean, whether the pilot accepts the plan. */
        static final String PLAN_VALIDE = "planValide";
        /** Boolean, whether no session follows. */
        static final String DERNIERE_SEANCE = "derniereSeance";
        /** Date on which a suspended project should go on; absent when nobody said. */
        static final String REPRISE_LE = "repriseLe";
        /** Boolean, whether the accompaniment was stopped before its end. */
        static final String ABANDONNE = "projetAbandonne";

        private Variables() {}
    }

    private final MessagesAuProcessus messages;

    AccompagnementProjetProcess(MessagesAuProcessus messages) {
        this.messages = messages;
    }

    /** {@return whether the instance waits for this message now} */
    boolean envoyer(String instance, String message, Map<String, Object> variables) {
        return messages.envoyer(instance, message, variables);
    }
}

package fr.ptce.accompagnement;

import fr.ptce.moteur.MessagesAuProcessus;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The contract with {@code seminaire.bpmn}: its names and its messages. A test holds both together. */
@Component
class SeminaireProcess {

    static final String CLE = "seminaire";

    /** Elements that code or tests name; their ids are those of the diagram. */
    static final class Elements {
        static final String CHOISIR_DATE = "userTask_choisirDate";
        static final String REPONDRE = "userTask_repondreInvitation";
        static final String JOUR = "event_jourDuSeminaire";
        static final String RENDRE_COMPTE = "userTask_rendreCompte";
        static final String EVALUER = "userTask_evaluer";
        static final String DIX_JOURS = "boundaryEvent_dixJours";

        private Elements() {}
    }

    /** What a pilot may decide until the day. */
    static final class Messages {
        static final String REPORT = "ReportSeminaire";
        static final String ANNULATION = "AnnulationSeminaire";

        private Messages() {}
    }

    /** Names of the process variables, with the type each one has. */
    static final class Variables {
        /** String, code of the region, or of the whole country; also the tenant of the instance. */
        static final String REGION = "region";
        /** Integer, the year. */
        static final String ANNEE = "annee";
        /** Long, id of the seminar. */
        static final String SEMINAIRE = "seminaire";
        /** Date on which it begins. */
        static final String DEBUT = "debut";
        /** Date until which the invited are asked to answer. */
        static final String REPONSE_AVANT = "reponseAvant";
        /** Long, id of somebody invited; local to them. */
        static final String INVITE = "invite";
        /** Boolean, whether somebody else comes instead; local to the invited. */
        static final String REMPLACE = "remplace";
        /** Boolean, whether the seminar took place. */
        static final String TENU = "seminaireTenu";

        private Variables() {}
    }

    private final MessagesAuProcessus messages;

    SeminaireProcess(MessagesAuProcessus messages) {
        this.messages = messages;
    }

    /** {@return whether the instance waits for this message now} */
    boolean envoyer(String instance, String message) {
        return messages.envoyer(instance, message, Map.of());
    }
}

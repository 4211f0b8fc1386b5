package fr.ptce.besoins;

/**
 * The contract between {@code questionnaire-besoins.bpmn} and the code: key, elements, messages and variables. A test
 * holds both together.
 */
public final class QuestionnaireBesoinsProcess {

    public static final String CLE = "questionnaire-besoins";

    private QuestionnaireBesoinsProcess() {}

    /** Elements that code or tests name; their ids are those of the diagram. */
    public static final class Elements {
        public static final String LANCEMENT = "startEvent_lancement";
        public static final String REPONDRE = "userTask_repondre";
        public static final String SANS_REPONSE = "boundaryEvent_sansReponse";
        public static final String RECUEILLIR = "userTask_recueillir";
        public static final String QUALIFIER = "userTask_qualifier";

        private Elements() {}
    }

    /** What wakes or ends an instance from other rooms. */
    public static final class Evenements {
        /** Signal: an initiative is retained. */
        public static final String CANDIDATURE_RETENUE = "CandidatureRetenue";
        /** Message: the porteur withdraws the initiative. */
        public static final String RETRAIT_INITIATIVE = "RetraitInitiative";

        private Evenements() {}
    }

    /** Names of the process variables, with the type each one has. */
    public static final class Variables {
        /** String, code of the region; also the tenant of the instance. */
        public static final String REGION = "region";
        /** String, id of the pilot who launched it; absent when the decision on the candidature did. */
        public static final String LANCE_PAR = "lancePar";
        /** String, what the pilot writes to the porteurs; absent when nothing. */
        public static final String MESSAGE = "message";
        /** Date until which an answer is asked for; absent for the delay that the diagram gives. */
        public static final String ECHEANCE = "echeanceDeReponse";
        /** Boolean, whether an initiative that has answered before is asked again; absent for false. */
        public static final String A_NOUVEAU = "aNouveau";
        /** Long, id of the questionnaire; null when none was opened. */
        public static final String QUESTIONNAIRE = "questionnaire";
        /** Boolean, whether the porteur has an e-mail address. */
        public static final String JOIGNABLE_PAR_COURRIEL = "joignableParCourriel";
        /** Boolean, whether answers were given, on line or by telephone. */
        public static final String REPONSES_RECUEILLIES = "reponsesRecueillies";
        /** String, {@code emergence}, {@code structuration} or {@code developpement}. */
        public static final String STADE = "stadeDeMaturite";
        /** String, ids of the needs of importance 3 or 4, each between spaces. */
        public static final String BESOINS_IMPORTANTS = "besoinsImportants";
        /** Integer, needs of importance 3 or 4. */
        public static final String NOMBRE_DE_BESOINS_IMPORTANTS = "nombreDeBesoinsImportants";
        /** Integer, needs of importance 4. */
        public static final String BESOINS_ESSENTIELS = "besoinsEssentiels";
        /** String, {@code oui}, {@code a-discuter} or {@code non}. */
        public static final String EXPERIMENTATION = "experimentation";
        /** List of String, ids of kinds of accompaniment that the table proposes, maybe several times. */
        public static final String ACCOMPAGNEMENTS_PROPOSES = "accompagnementsProposes";
        /** String, {@code haute}, {@code moyenne} or {@code basse}. */
        public static final String PRIORITE_PROPOSEE = "prioriteProposee";

        private Variables() {}
    }
}

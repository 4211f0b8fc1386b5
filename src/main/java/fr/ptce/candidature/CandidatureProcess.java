package fr.ptce.candidature;

/**
 * The contract between {@code candidature.bpmn} and the code: key, elements, messages and variables. A test holds both
 * together, so that a name changed on one side only fails the build.
 */
public final class CandidatureProcess {

    public static final String CLE = "candidature";

    /** Message to whatever runs, in other rooms, with a retained initiative that is withdrawn. */
    public static final String RETRAIT_INITIATIVE = "RetraitInitiative";

    private CandidatureProcess() {}

    /** Elements that code or tests name; their ids are those of the diagram. */
    public static final class Elements {
        public static final String COMPLETER_DOSSIER = "userTask_completerDossier";
        public static final String CONFIRMER_IRRECEVABILITE = "userTask_confirmerIrrecevabilite";
        public static final String DECLARER_INTERETS = "userTask_declarerInterets";
        public static final String EVALUER_DOSSIER = "userTask_evaluerDossier";
        public static final String DECIDER = "userTask_decider";
        public static final String REEXAMINER = "userTask_reexaminer";
        public static final String RECOURS = "event_demandeReexamen";

        private Elements() {}
    }

    /** Messages that reach a running dossier. */
    public static final class Messages {
        public static final String DEMANDE_REEXAMEN = "DemandeReexamen";
        public static final String RETRAIT = "RetraitCandidature";
        public static final String REGION_CORRIGEE = "RegionCorrigee";

        private Messages() {}
    }

    /** Names of the process variables, with the type each one has. */
    public static final class Variables {
        /** String, {@code formulaire} or {@code import}. */
        public static final String ORIGINE = "origine";
        /** String, code of the region; also the tenant of the instance. */
        public static final String REGION = "region";
        /** String, ids of the themes separated by commas, empty when none is known. */
        public static final String THEMES = "themes";
        /** String, {@code operationnel}, {@code projet}, {@code idee} or empty. */
        public static final String STADE = "stade";
        /** String, id of the kind of structure or empty. */
        public static final String TYPE_STRUCTURE = "typeStructure";
        /** String, {@code oui}, {@code non} or empty. */
        public static final String ACTIVITE_ECONOMIQUE = "activiteEconomique";
        /** Integer, 0 when unknown. */
        public static final String NOMBRE_PARTENAIRES = "nombrePartenaires";
        /** Boolean, false when the dossier only names a structure. */
        public static final String INITIATIVE_NOMMEE = "initiativeNommee";
        /** Boolean, whether the three goals of the référentiel are described. */
        public static final String PRESENTATION_COMPLETE = "presentationComplete";
        /** Double, points (0 to 5) between the means of two evaluations that call for a third one. */
        public static final String SEUIL_DIVERGENCE = "seuilDivergence";
        /** List of String, what the dossier lacks, in French. */
        public static final String MANQUES = "manques";
        /** Integer, requests for complements already sent. */
        public static final String DEMANDES_DE_COMPLEMENTS = "demandesDeComplements";
        /** Boolean, whether a pilot confirmed that the dossier is not admissible. */
        public static final String IRRECEVABLE = "irrecevable";
        /** String, id of the category. */
        public static final String CATEGORIE = "categorie";
        /** List of String, groups that may review, by order of preference. */
        public static final String GROUPES_DE_RELECTURE = "groupesDeRelecture";
        /** List of String, ids of the evaluations asked for in this round. */
        public static final String RELECTURES = "relectures";
        /** String, id of one evaluation; local to one review. */
        public static final String RELECTURE = "relecture";
        /** String, group asked for one review; local to it. */
        public static final String GROUPE_RELECTEUR = "groupeRelecteur";
        /** String, user who reviews; local to one review. */
        public static final String RELECTEUR = "relecteur";
        /** Boolean, whether the reviewer declared a conflict of interest; local to one review. */
        public static final String CONFLIT_DECLARE = "conflitDeclare";
        /** String, nature of the declared conflict; local to one review. */
        public static final String MOTIF_CONFLIT = "motifConflit";
        /** Integer, reviews given. */
        public static final String NOMBRE_EVALUATIONS = "nombreEvaluations";
        /** Double, mean of the reviews, 0 to 5. */
        public static final String NOTE_MOYENNE = "noteMoyenne";
        /** Double, points between the highest and the lowest mean, 0 to 5. */
        public static final String ECART = "ecart";
        /** Boolean, whether one recommends to retain and another to reject. */
        public static final String RECOMMANDATIONS_OPPOSEES = "recommandationsOpposees";
        /** Integer, reviewers who recommend to reject. */
        public static final String AVIS_ECARTER = "avisEcarter";
        /** Integer, reviewers who recommend to retain, with or without reserves. */
        public static final String AVIS_FAVORABLES = "avisFavorables";
        /** String, decision that the table proposes to the committee. */
        public static final String PROPOSITION = "proposition";
        /** String, id of the decision. */
        public static final String DECISION = "decision";
        /** Date, end of the last working day for asking for a reconsideration. */
        public static final String RECOURS_AVANT_LE = "recoursAvantLe";
        /** String, what the porteur writes to have the decision reconsidered. */
        public static final String ARGUMENTAIRE = "argumentaire";

        private Variables() {}
    }
}

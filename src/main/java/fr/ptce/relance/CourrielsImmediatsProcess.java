package fr.ptce.relance;

/** The contract between {@code courriels-immediats.bpmn} and the code. */
final class CourrielsImmediatsProcess {

    static final String CLE = "courriels-immediats";

    /** String: one of the four below. */
    static final String OCCASION = "occasion";

    static final String LIEN_DE_SUIVI = "lien-de-suivi";
    static final String INVITATION = "invitation";
    static final String RECU = "recu";
    static final String AFFECTATION = "affectation";

    /** String, id of the task; null for {@link #LIEN_DE_SUIVI}. */
    static final String TACHE = "tache";
    /** String, name of the task's element. */
    static final String NOM_DE_LA_TACHE = "nomDeLaTache";
    /** String, role of the person outside; null for {@link #AFFECTATION}. */
    static final String CORRESPONDANT = "correspondant";
    /** String, model of e-mail. */
    static final String MODELE = "modele";
    /** String, id of the agent who answered for the person outside; null when they answered by their link. */
    static final String SAISI_PAR = "saisiPar";
    /** String, code of the region, which makes the tenant of the instance. */
    static final String REGION = "region";

    private CourrielsImmediatsProcess() {}
}

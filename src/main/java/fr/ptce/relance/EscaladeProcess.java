package fr.ptce.relance;

/** The contract between {@code escalade.bpmn} and the code. */
final class EscaladeProcess {

    static final String CLE = "escalade";

    /** Somebody further up is told. */
    static final String ESCALADE_SUIVANTE = "EscaladeSuivante";
    /** The task is over. */
    static final String TACHE_TERMINEE = "TacheTerminee";

    /** String, id of the late task. */
    static final String TACHE = "tache";
    /** String, name of the late task's element, for who looks at the instance. */
    static final String NOM_DE_LA_TACHE = "nomDeLaTache";
    /** String, {@link Escalades#RESPONSABLE} or {@link Escalades#GROUPE}: who was told first. */
    static final String NIVEAU = "niveau";
    /** String, code of the region, which makes the tenant of the instance. */
    static final String REGION = "region";

    private EscaladeProcess() {}
}

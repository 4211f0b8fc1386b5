package fr.ptce.relance;

/** The contract between {@code absence.bpmn} and the code. */
final class AbsenceProcess {

    static final String CLE = "absence";
    static final String ABSENCE_ANNULEE = "AbsenceAnnulee";

    /** Long, id of the absence. */
    static final String ABSENCE = "absence";
    /** Date, beginning of the first day. */
    static final String DEBUT = "debut";
    /** Date, beginning of the day after the last one. */
    static final String FIN = "fin";
    /** Boolean, whether the tasks that are still open come back at the end. */
    static final String RETOUR = "retour";

    private AbsenceProcess() {}

    /** Business key of the instance of an absence. */
    static String reference(long absence) {
        return "absence-" + absence;
    }
}

package fr.ptce.relance;

/** The contract between {@code relances-quotidiennes.bpmn} and the code. */
final class RelancesQuotidiennesProcess {

    static final String CLE = "relances-quotidiennes";

    /** String, day of the run ({@code 2013-03-12}). */
    static final String JOUR = "jour";
    /** List of Integer, numbers of the batches. */
    static final String LOTS = "lots";
    /** Integer, number of one batch; local to its sending. */
    static final String LOT = "lot";

    private RelancesQuotidiennesProcess() {}
}

package fr.ptce.monographie;

/** There is no such monograph, or nothing of it, that the agent may see: they are not told which. */
class MonographieInconnue extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

package fr.ptce.relance;

/**
 * The delay of a task has been told further up.
 *
 * @param tache as it was before
 * @param niveau {@link Escalades#RESPONSABLE}, {@link Escalades#GROUPE} or {@link Escalades#COMITE}
 */
record TacheEscaladee(TacheSuivie tache, String niveau) {}

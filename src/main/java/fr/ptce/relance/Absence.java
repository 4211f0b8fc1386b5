package fr.ptce.relance;

import java.time.LocalDate;

/**
 * A period in which somebody does no tasks.
 *
 * @param au last day
 * @param remplacant who gets the tasks; null when they go back to their group
 * @param retour whether the tasks that are still open come back at the end
 */
record Absence(long id, String personne, LocalDate du, LocalDate au, String remplacant, boolean retour) {}

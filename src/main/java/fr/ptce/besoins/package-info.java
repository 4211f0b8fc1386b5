/**
 * Needs of the retained initiatives (design, §6): questionnaires, answers, orientation, qualification and the census by
 * region.
 */
package fr.ptce.besoins;

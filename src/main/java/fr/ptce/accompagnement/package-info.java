/**
 * Accompaniment of the retained projects (design, §7): the people who accompany, from a public form or an invitation to an
 * account; the regional experimentation, from the opening of a year to its bilan; seminars; the handbook.
 */
package fr.ptce.accompagnement;

/**
 * Accompaniment of the retained projects (design, §7): the people who accompany, so far their registration, from a public
 * form to an account.
 */
package fr.ptce.accompagnement;

/** Regions, groups, themes and people of the programme. */
package fr.ptce.annuaire;

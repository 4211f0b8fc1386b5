/** Deadlines in working days. */
package fr.ptce.relance;

/** Dossiers taken over from a CSV file: dry run with a report row by row, then import, on screen or command line. */
package fr.ptce.candidature.importation;

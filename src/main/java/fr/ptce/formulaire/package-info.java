/** Reads {@code .form} files and checks submissions against them. */
package fr.ptce.formulaire;

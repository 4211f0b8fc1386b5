/** The only package that may use engine classes of an {@code impl} package (see docs/migration.md). */
package fr.ptce.moteur.interne;

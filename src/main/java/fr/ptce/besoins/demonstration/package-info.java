/** The needs of the demonstration. */
package fr.ptce.besoins.demonstration;

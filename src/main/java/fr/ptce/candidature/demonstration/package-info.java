/** The 2011 call, alive, in the demonstration profile. */
package fr.ptce.candidature.demonstration;

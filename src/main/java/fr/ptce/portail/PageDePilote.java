package fr.ptce.portail;

import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller of the pilots' pages: only they get in, and each page finds the logged-in {@link fr.ptce.moteur.Agent} as
 * its attribute {@code agent}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PageEncadree
@OuvertA(value = Visiteur.PILOTES, refus = "Cette page est réservée aux pilotes et au comité de pilotage.")
public @interface PageDePilote {}

package fr.ptce.monographie;

import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/** A controller of the pages of the monographs: rédacteurs, pilots and the committee get in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@OuvertA(
        value = Visiteur.REDACTEURS,
        refus = "Cette page est réservée aux rédacteurs, aux pilotes et au comité de pilotage.")
@interface PageDeMonographie {}

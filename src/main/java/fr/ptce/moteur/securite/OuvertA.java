package fr.ptce.moteur.securite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may open a door, that is call a controller (on its class, maybe by an annotation of a room that carries this one) or
 * one of its methods. Where both say, both are asked, the class first: a method narrows its class, it does not widen it.
 * Where neither does, the door is open to nobody. {@link GardeDesPortes} sees to it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OuvertA {

    /** Who gets in. */
    Visiteur value();

    /** What the {@link AccesRefuse} of the others says, where a page shows it. */
    String refus() default "Cette page ne vous est pas ouverte.";
}

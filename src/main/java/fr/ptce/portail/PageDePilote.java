package fr.ptce.portail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller of the pilots' pages: only they get in, which {@link CadreDesPilotes} sees to, and each page finds the
 * logged-in {@link fr.ptce.moteur.Agent} as its attribute {@code agent}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PageEncadree
public @interface PageDePilote {}

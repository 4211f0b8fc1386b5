package fr.ptce.monographie;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of the pages of the monographs: rédacteurs, pilots and the committee get in, which
 * {@link CadreDesMonographies} sees to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@interface PageDeMonographie {}

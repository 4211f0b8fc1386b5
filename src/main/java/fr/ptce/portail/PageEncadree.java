package fr.ptce.portail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller whose pages a webapp may show in a frame of its own: each page finds the attribute {@code encadree}, which
 * {@link Encadrement} gives. It says nothing of who gets in.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface PageEncadree {}

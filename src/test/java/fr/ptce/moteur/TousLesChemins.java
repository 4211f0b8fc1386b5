package fr.ptce.moteur;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Together, the tests of the class take every sequence flow of these processes. Checked once all of them have passed: a
 * part of the class that runs alone, or fails, says nothing of the paths. The context must import
 * {@link CouvertureDesChemins}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(CouvertureComplete.class)
public @interface TousLesChemins {

    /** Keys of the processes. */
    String[] value();

    /** Ids of the flows that these tests need not take, because another one does. */
    String[] sauf() default {};
}

package fr.ptce;

import fr.ptce.essai.BaseDEssai;
import fr.ptce.essai.Depart;
import fr.ptce.essai.SourceDEssai;
import fr.ptce.moteur.CouvertureDesChemins;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on real HTTP, with the demo's accounts, its SMTP catcher and all {@link TestComponent}s, and with
 * the job executor off: tests step the engine by hand with {@link fr.ptce.moteur.Pas}.
 *
 * <p>All tests of a JVM share one context for each kind of database. Each class starts with a database as it is after the
 * first start, and with everything else that keeps something put back ({@link fr.ptce.essai.MaisonPropre}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("application")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            // Closing waits for a database that is gone by then.
            "spring.main.register-shutdown-hook=false"
        })
@ActiveProfiles("demo")
@Import({SourceDEssai.class, CouvertureDesChemins.class, ApplicationDeTest.Essais.class})
public @interface ApplicationDeTest {

    /** The database underneath. */
    BaseDEssai base() default BaseDEssai.H2;

    /** What is in it when a class starts. */
    Depart depart() default Depart.COMPTES;

    /** What the tests need beside the application. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.CUSTOM, classes = SeulsComposants.class))
    class Essais {}

    /** Not the configurations that some tests have for themselves. */
    class SeulsComposants extends AnnotationTypeFilter {
        SeulsComposants() {
            super(TestComponent.class, false);
        }
    }
}

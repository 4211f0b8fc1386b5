package fr.ptce;

import fr.ptce.moteur.CouvertureDesChemins;
import fr.ptce.moteur.Pas;
import fr.ptce.pilotage.PageDEssaiDesCartes;
import fr.ptce.relance.CarnetDEssai;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on real HTTP, H2 in memory, the demo's accounts and its SMTP catcher, without the 2011 call and
 * with the job executor off: tests step the engine by hand with {@link Pas}. Every test that carries it shares one
 * context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:application;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "ptce.demo.donnees=false"
        })
@ActiveProfiles("demo")
@Import({CarnetDEssai.class, CouvertureDesChemins.class, PageDEssaiDesCartes.class, Pas.class})
public @interface ApplicationDeTest {}

package fr.ptce.portail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The demo on real HTTP and H2 in memory, with {@link PagesDEssai}; one context for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:portail;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "ptce.demo.donnees=false",
            "ptce.portail.limites.lectures-par-minute=100000",
            "ptce.portail.limites.ecritures-par-minute=100000"
        })
@ActiveProfiles("demo")
@Import(PagesDEssai.class)
@interface PortailDeTest {}

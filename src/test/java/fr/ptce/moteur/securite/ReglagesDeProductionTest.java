package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.PtceApplication;
import fr.ptce.moteur.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/** What the profile {@code prod} demands before it starts. */
class ReglagesDeProductionTest {

    private static Map<String, String> complets() {
        return new TreeMap<>(Map.of(
                "spring.datasource.url", "jdbc:postgresql://base/ptce",
                "spring.datasource.password", "une-longue-phrase-de-passe",
                "spring.mail.host", "smtp.ptce.test",
                "ptce.courriel.expediteur", "Programme PTCE <programme@ptce.test>",
                "ptce.adresse", "https://ptce.test",
                "ptce.administrateur.identifiant", "administration",
                "ptce.administrateur.mot-de-passe", "encore-une-longue-phrase",
                "ptce.administrateur.courriel", "administration@ptce.test"));
    }

    private static void verifier(Map<String, String> proprietes) {
        MockEnvironment environnement = new MockEnvironment();
        proprietes.forEach(environnement::setProperty);
        ReglagesDeProduction reglages = new ReglagesDeProduction();
        reglages.setEnvironment(environnement);
        reglages.postProcessBeanFactory(null);
    }

    @Test
    void desReglagesCompletsConviennent() {
        assertThatCode(() -> verifier(complets())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url,''",
        "spring.datasource.url,${SPRING_DATASOURCE_URL}",
        "spring.datasource.password,' '",
        "spring.datasource.password,Postgres",
        "spring.mail.host,''",
        "ptce.courriel.expediteur,''",
        "ptce.courriel.expediteur,programme@ptce.example",
        "ptce.adresse,http://localhost:8080",
        "ptce.administrateur.mot-de-passe,''",
        "ptce.administrateur.mot-de-passe,admin",
        "ptce.administrateur.mot-de-passe,trop-court",
        "ptce.administrateur.courriel,''"
    })
    void leReglageManquantOuParDefautEstNomme(String propriete, String valeur) {
        Map<String, String> proprietes = complets();
        proprietes.put(propriete, valeur);

        assertThatThrownBy(() -> verifier(proprietes))
                .isInstanceOf(ConfigurationIncomplete.class)
                .hasMessageContaining(propriete);
    }

    @Test
    void laDemonstrationNEstPasEnProduction() {
        Map<String, String> proprietes = complets();
        proprietes.put("ptce.demo", "true");

        assertThatThrownBy(() -> verifier(proprietes)).hasMessageContaining("demo");
    }

    @Test
    void lAdministrateurEstCreeUneFoisPuisNEstPlusDemande() {
        Map<String, String> proprietes = complets();
        proprietes.put("spring.datasource.url", "jdbc:h2:mem:securite-prod;DB_CLOSE_DELAY=-1");
        try (ConfigurableApplicationContext premier = demarrer(proprietes)) {
            IdentityService identites = premier.getBean(IdentityService.class);
            assertThat(identites
                            .createUserQuery()
                            .memberOfGroup(Agent.ADMINISTRATEURS)
                            .list())
                    .extracting("id")
                    .containsExactly("administration");
            assertThat(identites.checkPassword("administration", "encore-une-longue-phrase"))
                    .isTrue();
            assertThatThrownBy(() -> sansAdministrateur(identites, premier))
                    .isInstanceOf(ConfigurationIncomplete.class)
                    .hasMessageContaining("ptce.administrateur.identifiant");
        }
    }

    private static void sansAdministrateur(IdentityService identites, ConfigurableApplicationContext contexte) {
        identites.deleteUser("administration");
        MockEnvironment vide = new MockEnvironment();
        new AdministrateurInitial(identites, vide, contexte.getBean(PlatformTransactionManager.class))
                .afterSingletonsInstantiated();
    }

    private static ConfigurableApplicationContext demarrer(Map<String, String> proprietes) {
        List<String> arguments = new ArrayList<>();
        proprietes.forEach((nom, valeur) -> arguments.add("--" + nom + "=" + valeur));
        arguments.add("--spring.datasource.username=ptce");
        arguments.add("--spring.flyway.placeholders.blob=blob");
        arguments.add("--camunda.bpm.job-execution.enabled=false");
        arguments.add("--server.port=0");
        return new SpringApplicationBuilder(PtceApplication.class)
                .profiles("prod")
                .run(arguments.toArray(String[]::new));
    }
}

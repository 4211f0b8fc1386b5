package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.moteur.Agent;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

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
        // An engine of its own name: the webapps of the other tests find theirs, `default`, in a static registry.
        ProcessEngine moteur = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("administrateur-initial")
                .setJdbcUrl("jdbc:h2:mem:administrateur-initial")
                .buildProcessEngine();
        try {
            IdentityService identites = moteur.getIdentityService();
            assertThatThrownBy(() -> assurer(identites, Map.of()))
                    .isInstanceOf(ConfigurationIncomplete.class)
                    .hasMessageContaining("ptce.administrateur.identifiant");

            assurer(identites, complets());
            assurer(identites, Map.of());

            assertThat(identites
                            .createUserQuery()
                            .memberOfGroup(Agent.ADMINISTRATEURS)
                            .list())
                    .extracting(User::getId)
                    .containsExactly("administration");
            assertThat(identites.checkPassword("administration", "encore-une-longue-phrase"))
                    .isTrue();
        } finally {
            moteur.close();
        }
    }

    private static void assurer(IdentityService identites, Map<String, String> proprietes) {
        MockEnvironment environnement = new MockEnvironment();
        proprietes.forEach(environnement::setProperty);
        var source = new DriverManagerDataSource("jdbc:h2:mem:administrateur-initial", "sa", "");
        new AdministrateurInitial(identites, environnement, new DataSourceTransactionManager(source))
                .afterSingletonsInstantiated();
    }
}

package fr.ptce.essai;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.essai.RequetesVues.Requete;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.MethodInvoker;

/**
 * Each statement that the other tests had the application run on one database ran on the other too, or is planned there
 * with the same values: its words, tables, columns and types are right on both. Runs after them, in a JVM of its own.
 */
@Tag("requetes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequetesSurLesDeuxBasesTest {

    /** What one database alone understands, by a part of the statement, with the reason. */
    private static final Map<String, String> DIFFERENCES = Map.of();

    private final Map<BaseDEssai, Map<String, Requete>> vues = new TreeMap<>();

    @BeforeAll
    void lire() throws Exception {
        for (BaseDEssai base : BaseDEssai.values()) {
            vues.put(base, RequetesVues.lues(base));
        }
    }

    @Test
    void chaqueRequeteEstConnueDesDeuxBases() throws Exception {
        assertThat(vues.get(BaseDEssai.H2))
                .as("statements that the tests of this build ran on H2")
                .isNotEmpty();
        Map<String, String> refusees = new LinkedHashMap<>();
        for (BaseDEssai base : BaseDEssai.values()) {
            Map<String, Requete> ailleurs = new TreeMap<>();
            vues.values().forEach(ailleurs::putAll);
            ailleurs.keySet().removeAll(vues.get(base).keySet());
            System.out.printf(
                    "Statements on %s: %d ran, %d are planned%n",
                    base, vues.get(base).size(), ailleurs.size());
            if (!ailleurs.isEmpty()) {
                refusees.putAll(planifier(base, ailleurs));
            }
        }
        refusees.keySet().removeIf(texte -> DIFFERENCES.keySet().stream().anyMatch(texte::contains));

        assertThat(refusees)
                .as("statements that one database does not know, and no reason for it")
                .isEmpty();
    }

    private static Map<String, String> planifier(BaseDEssai base, Map<String, Requete> requetes) throws SQLException {
        Map<String, String> refusees = new LinkedHashMap<>();
        try (Connection connexion = nouvelle(base).getConnection()) {
            for (Requete requete : requetes.values()) {
                planifier(connexion, requete).ifPresent(raison -> refusees.put(base + ": " + requete.texte(), raison));
            }
        }
        return refusees;
    }

    private static DataSource nouvelle(BaseDEssai base) {
        Serveur serveur = base == BaseDEssai.H2 ? new ServeurH2() : new ServeurPostgres();
        DataSource vide = serveur.ouvrir(Serveur.nouveauNom());
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("requetes-" + base)
                .setDataSource(vide)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .buildProcessEngine()
                .close();
        Flyway.configure()
                .dataSource(vide)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("blob", base == BaseDEssai.H2 ? "blob" : "bytea"))
                .load()
                .migrate();
        return vide;
    }

    private static Optional<String> planifier(Connection connexion, Requete requete) {
        try (PreparedStatement plan = connexion.prepareStatement("explain " + requete.texte())) {
            for (Object[] valeur : requete.valeurs()) {
                poser(plan, valeur);
            }
            plan.execute();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void poser(PreparedStatement plan, Object[] valeur) throws SQLException {
        MethodInvoker appel = new MethodInvoker();
        appel.setTargetObject(plan);
        appel.setTargetMethod((String) valeur[0]);
        Object[] arguments = new Object[valeur.length - 1];
        System.arraycopy(valeur, 1, arguments, 0, arguments.length);
        appel.setArguments(arguments);
        try {
            appel.prepare();
            appel.invoke();
        } catch (InvocationTargetException e) {
            throw new SQLException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(valeur[0] + " is not a way to set a value", e);
        }
    }
}

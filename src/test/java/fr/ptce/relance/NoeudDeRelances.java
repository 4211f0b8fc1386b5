package fr.ptce.relance;

import static org.awaitility.Awaitility.await;

import fr.ptce.PtceApplication;
import fr.ptce.base.HeureDeParis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One node of the application in a JVM of its own, for {@link DeuxNoeudsTest}. The first argument says {@code preparer}:
 * deploy and make a late task for each person; {@code declencher}: start four daily runs at once and wait for their
 * end; or {@code servir}: run jobs until killed.
 */
final class NoeudDeRelances {

    static final int PERSONNES = 200;
    private static final int PASSAGES = 4;

    /** On a day off nothing is sent, whatever the day on which the test runs. */
    private static final Instant MARDI = Instant.parse("2026-11-24T08:00:00Z");

    private NoeudDeRelances() {}

    @TestConfiguration
    static class JourOuvre {

        @Bean
        @Primary
        Clock horlogeDuMardi() {
            return Clock.fixed(MARDI, HeureDeParis.ZONE);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        PtceApplication.class, JourOuvre.class)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length))) {
            switch (arguments[0]) {
                case "preparer" -> preparer(application);
                case "declencher" -> declencher(application);
                default -> {
                    System.out.println("PRET");
                    new CountDownLatch(1).await();
                }
            }
        }
    }

    private static void preparer(ConfigurableApplicationContext application) {
        application
                .getBean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("relance/essai-interne.bpmn")
                .deploy();
        IdentityService identites = application.getBean(IdentityService.class);
        RuntimeService execution = application.getBean(RuntimeService.class);
        TaskService taches = application.getBean(TaskService.class);
        Date hier = Date.from(MARDI.minus(Duration.ofDays(3)));
        IntStream.range(0, PERSONNES).forEach(rang -> {
            User personne = identites.newUser("p" + rang);
            personne.setFirstName("Camille");
            personne.setLastName("Essai");
            personne.setEmail("p" + rang + "@pilote.example");
            identites.saveUser(personne);
            String instance = execution
                    .startProcessInstanceByKey(
                            "essai-interne", "ESSAI-" + rang, Map.of("region", "53", "echeance", hier))
                    .getId();
            taches.setAssignee(
                    taches.createTaskQuery()
                            .processInstanceId(instance)
                            .singleResult()
                            .getId(),
                    "p" + rang);
        });
    }

    private static void declencher(ConfigurableApplicationContext application) {
        // Several at once.
        IntStream.range(0, PASSAGES).forEach(passage -> application
                .getBean(RuntimeService.class)
                .createProcessInstanceByKey(RelancesQuotidiennesProcess.CLE)
                .startBeforeActivity("serviceTask_prevoirLesRelances")
                .execute());
        HistoryService histoire = application.getBean(HistoryService.class);
        ManagementService jobs = application.getBean(ManagementService.class);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> histoire.createHistoricProcessInstanceQuery()
                                        .processDefinitionKey(RelancesQuotidiennesProcess.CLE)
                                        .finished()
                                        .count()
                                == PASSAGES
                        || jobs.createJobQuery().noRetriesLeft().count() > 0);
        System.out.println("ENVOYEES "
                + jdbc.sql("select count(*) from relance where etat = 'envoyee'")
                        .query(Integer.class)
                        .single());
    }
}

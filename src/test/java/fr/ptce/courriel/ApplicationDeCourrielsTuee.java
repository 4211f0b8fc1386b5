package fr.ptce.courriel;

import static org.awaitility.Awaitility.await;

import fr.ptce.PtceApplication;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application in a JVM of its own, for {@link ApplicationTueeEnPleinEnvoiTest}: the first argument says
 * {@code lancer} or {@code reprendre}, the others are Spring's. Each job of a process sends a batch.
 */
final class ApplicationDeCourrielsTuee {

    static final int LOTS = 40;
    static final int PAR_LOT = 25;
    private static final String PROCESSUS = "essai-courriels";

    private ApplicationDeCourrielsTuee() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        PtceApplication.class, Travaux.class)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length))) {
            if (arguments[0].equals("lancer")) {
                lancer(application);
            }
            HistoryService histoire = application.getBean(HistoryService.class);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> histoire.createHistoricProcessInstanceQuery()
                                    .processDefinitionKey(PROCESSUS)
                                    .finished()
                                    .count()
                            == LOTS);
        }
    }

    /** All at once: none is missing when the application is killed. */
    private static void lancer(ConfigurableApplicationContext application) {
        RuntimeService execution = application.getBean(RuntimeService.class);
        application
                .getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance("essai-courriels.bpmn", processus())
                .deploy();
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(statut -> IntStream.range(0, LOTS)
                        .forEach(lot -> execution.startProcessInstanceByKey(PROCESSUS, Map.of("lot", lot))));
    }

    private static BpmnModelInstance processus() {
        return Bpmn.createExecutableProcess(PROCESSUS)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${lotDEssai}")
                .camundaAsyncBefore()
                .endEvent()
                .done();
    }

    @Configuration(proxyBeanMethods = false)
    static class Travaux {

        @Bean
        JavaDelegate lotDEssai(Courriels courriels) {
            return execution -> {
                int premier = (Integer) execution.getVariable("lot") * PAR_LOT;
                List<CourrielAEnvoyer> lot = IntStream.range(premier, premier + PAR_LOT)
                        .mapToObj(i -> AdressesRefuseesTest.courriel("k" + i, "p" + i + "@porteur.example"))
                        .toList();
                for (EnvoiImpossible echec : courriels.envoyerTous(lot)) {
                    throw echec;
                }
            };
        }
    }
}

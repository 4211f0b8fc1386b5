package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A table whose answer nobody understands stops what applied it, in a process and outside, and says which one it is. */
@ApplicationDeTest
class SortiesInconnuesTest {

    private static final String PROCESSUS = "essai-de-table";

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private DecisionService decisionService;

    @Autowired
    private TablesDeDecision tables;

    private final List<String> deploiements = new ArrayList<>();

    @AfterEach
    void retirerLesDeploiements() {
        deploiements.forEach(deploiement -> repositoryService.deleteDeployment(deploiement, true));
    }

    @Test
    void laTableDesRelancesNePeutPasTaireUnRappel() throws IOException {
        deployer("relance/relances.dmn", "\"rappel\"", "\"rapel\"");
        TablesDeDecision.Table relances = tables.derniere("relances");
        assertThatThrownBy(() -> relances.appliquer(tacheBientotDue()))
                .isInstanceOf(SortieInconnue.class)
                .hasMessageContaining("«\u00a0relances\u00a0» a répondu «\u00a0rapel\u00a0» (sortie action)")
                .hasMessageContaining("dernier-rappel, escalade-comite");
    }

    @Test
    void unModeleDeCourrielQuiNExistePasEstRefuse() throws IOException {
        deployer("relance/relances.dmn", "\"resume-quotidien\"", "\"resume-quotidiens\"");
        TablesDeDecision.Table relances = tables.derniere("relances");
        assertThatThrownBy(() -> relances.appliquer(tacheBientotDue()))
                .isInstanceOf(SortieInconnue.class)
                .hasMessageContaining(
                        "«\u00a0resume-quotidiens\u00a0» (sortie modele)\u00a0; attendu\u00a0: un modèle de courriel");
    }

    @Test
    void uneTableJusteEstAppliquee() throws IOException {
        deployer("relance/relances.dmn", "Deux jours ouvrés avant", "Deux jours avant");
        assertThat(tables.derniere("relances").appliquer(tacheBientotDue()))
                .hasValueSatisfying(regle -> assertThat(regle.sorties()).containsEntry("action", "rappel"));
    }

    @Test
    void unGroupeInconnuArreteLAffectation() throws IOException {
        deployer("candidature/affectation.dmn", "\"pilotes-\" + region", "\"pilote-\" + region");
        Map<String, Object> dossier = Map.of("region", "53", "themes", "", "typeStructure", "");
        assertThatThrownBy(() -> decisionService.evaluateDecisionTableByKey("affectation", dossier))
                .hasStackTraceContaining("«\u00a0affectation\u00a0» a répondu «\u00a0pilote-53\u00a0» (sortie groupe)");
    }

    @Test
    void dansUnProcessusLeTravailEchoueEtDitPourquoi() throws IOException {
        deployer("besoins/orientation.dmn", "\"basse\"", "\"faible\"");
        BpmnModelInstance processus = Bpmn.createExecutableProcess(PROCESSUS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .businessRuleTask()
                .camundaDecisionRef("priorite")
                .camundaAsyncBefore()
                .endEvent()
                .done();
        deploiements.add(repositoryService
                .createDeployment()
                .addModelInstance(PROCESSUS + ".bpmn", processus)
                .deploy()
                .getId());
        String instance = runtimeService
                .startProcessInstanceByKey(
                        PROCESSUS,
                        Map.of(
                                "besoinsEssentiels",
                                0,
                                "nombreDeBesoinsImportants",
                                0,
                                "stadeDeMaturite",
                                "emergence",
                                "experimentation",
                                "non"))
                .getId();

        assertThatThrownBy(() -> managementService.executeJob(job(instance).getId()))
                .hasStackTraceContaining("a répondu «\u00a0faible\u00a0»");
        assertThat(job(instance).getExceptionMessage())
                .contains(
                        "La table de décision «\u00a0priorite\u00a0» a répondu «\u00a0faible\u00a0» (sortie priorite)")
                .contains("attendu\u00a0: basse, haute, moyenne");
    }

    private Job job(String instance) {
        return managementService.createJobQuery().processInstanceId(instance).singleResult();
    }

    private static Map<String, Object> tacheBientotDue() {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("destination", "interne");
        entrees.put("retard", -1);
        entrees.put("processus", "candidature");
        entrees.put("rappels", 0);
        entrees.put("prise", true);
        entrees.put("escalade", "");
        return entrees;
    }

    /** A new version of a file of tables, with one thing written otherwise. */
    private void deployer(String fichier, String texte, String autrement) throws IOException {
        String table = new ClassPathResource("bpmn/" + fichier).getContentAsString(StandardCharsets.UTF_8);
        assertThat(table.contains(texte))
                .as("« %s » est dans %s", texte, fichier)
                .isTrue();
        deploiements.add(repositoryService
                .createDeployment()
                .addString(fichier.substring(fichier.indexOf('/') + 1), table.replace(texte, autrement))
                .deploy()
                .getId());
    }
}

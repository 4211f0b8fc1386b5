package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.ApplicationDeTest;
import fr.ptce.HorlogeReglable;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.TousLesChemins;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a real task, and the process that closes the months. */
@ApplicationDeTest
@TousLesChemins(ClotureDesChiffresProcess.CLE)
class EtapesFranchiesTest {

    private static final LocalTime MATIN = LocalTime.of(9, 0);
    private static final LocalDate MERCREDI = LocalDate.of(2027, 3, 24);

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private ManagementService managementService;

    private String deploiement;

    @BeforeEach
    void deployer() {
        jdbc.sql("delete from etape_franchie").update();
        jdbc.sql("delete from mois_clos").update();
        deploiement = repositoryService
                .createDeployment()
                .addClasspathResource("relance/essai-interne.bpmn")
                .deploy()
                .getId();
        horloge.regler(MERCREDI, MATIN);
    }

    @AfterEach
    void rendreLHeure() {
        repositoryService.deleteDeployment(deploiement, true);
        horloge.remettre();
    }

    @Test
    void uneTacheTermineeLaisseSesJoursOuvresSonDelaiEtSonRetard() {
        // Alsace keeps Good Friday, 26 March, and everybody Easter Monday: due in two working days, on Tuesday 30.
        String instance = demarrer("42", "PTCE-E1");
        horloge.regler(LocalDate.of(2027, 4, 1), MATIN);
        terminer(instance);

        assertThat(jdbc.sql("select * from etape_franchie").query().singleRow())
                .containsEntry("processus", "essai-interne")
                .containsEntry("element", "Tache_instruire")
                .containsEntry("nom", "Instruire")
                .containsEntry("dossier", "PTCE-E1")
                .containsEntry("mois", 202704)
                .containsEntry("prevus", 2)
                .containsEntry("jours", 4)
                .containsEntry("region", "42")
                .containsEntry("retard", true)
                .containsEntry("themes", ",");
    }

    @Test
    void uneTacheQueSonProcessusReprendNEstPasUneEtape() {
        String instance = demarrer("53", "PTCE-E2");
        runtimeService.deleteProcessInstance(instance, "Retrait");

        assertThat(jdbc.sql("select count(*) from etape_franchie")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leProcessusDuPremierDuMoisClotLesMoisEcoules() {
        terminer(demarrer("53", "PTCE-E3"));
        horloge.regler(LocalDate.of(2027, 4, 1), LocalTime.of(3, 0));
        Job minuteur = managementService
                .createJobQuery()
                .processDefinitionKey(ClotureDesChiffresProcess.CLE)
                .timers()
                .singleResult();
        managementService.executeJob(minuteur.getId());
        Job cloture = managementService
                .createJobQuery()
                .processDefinitionKey(ClotureDesChiffresProcess.CLE)
                .messages()
                .singleResult();
        managementService.executeJob(cloture.getId());

        assertThat(jdbc.sql("select max(mois) from mois_clos")
                        .query(Integer.class)
                        .single())
                .isEqualTo(202703);
        assertThat(jdbc.sql("select sum(nombre) from etapes_du_mois where theme = '*' and element = 'Tache_instruire'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ClotureDesChiffresProcess.CLE)
                        .count())
                .isZero();
    }

    @Test
    void leDiagrammeEtSonContratDisentLaMemeChose() {
        var modele =
                Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/pilotage/cloture-des-chiffres.bpmn"));

        assertThat(modele.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(ClotureDesChiffresProcess.CLE);
        assertThat(modele.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .isEmpty();
    }

    private String demarrer(String region, String dossier) {
        LocalDate echeance = MERCREDI.plusDays(6);
        return runtimeService
                .startProcessInstanceByKey(
                        "essai-interne",
                        dossier,
                        Map.of(
                                "region",
                                region,
                                "echeance",
                                Date.from(echeance.atTime(18, 0)
                                        .atZone(HeureDeParis.ZONE)
                                        .toInstant())))
                .getId();
    }

    private void terminer(String instance) {
        taskService.complete(taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }
}

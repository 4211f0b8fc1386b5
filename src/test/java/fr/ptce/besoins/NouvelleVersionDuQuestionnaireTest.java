package fr.ptce.besoins;

import static fr.ptce.besoins.InitiativesDEssai.reponses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.Initiative;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Elements;
import fr.ptce.formulaire.Formulaires;
import fr.ptce.moteur.Pas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new version of the questions is for new questionnaires; those that run keep theirs, or are migrated on purpose. */
@ApplicationDeTest
class NouvelleVersionDuQuestionnaireTest {

    private static final String NOUVEAU_BESOIN = "besoin_numerique";
    private static final String JURIDIQUE = "<camunda:inputParameter name=\"besoin_juridique\">";
    private static final String VALEURS =
            "\"values\": [{\"value\": \"1\", \"label\": \"1 – Peu important\"}, {\"value\": \"4\", \"label\": \"4 – Essentiel\"}]";

    @Autowired
    private InitiativesDEssai essai;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Pas pas;

    @Autowired
    private FormService formService;

    @Autowired
    private Formulaires formulaires;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @Test
    void lesQuestionnairesEnCoursFinissentSousLeurVersionOuSontMigres() throws IOException {
        Initiative reste = interroger("PTCE-V001");
        Initiative migree = interroger("PTCE-V002");
        String ancienne = tache(migree).getProcessDefinitionId();

        deployerUneNouvelleVersion();
        Initiative nouvelle = interroger("PTCE-V003");
        assertThat(questions(nouvelle)).as("questions de la nouvelle version").contains(NOUVEAU_BESOIN);
        assertThat(questions(reste)).as("questions de l’ancienne version").doesNotContain(NOUVEAU_BESOIN);

        runtimeService
                .newMigration(runtimeService
                        .createMigrationPlan(ancienne, tache(nouvelle).getProcessDefinitionId())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(tache(migree).getProcessInstanceId())
                .execute();
        assertThat(questions(migree)).as("questions après la migration").contains(NOUVEAU_BESOIN);

        for (Initiative initiative : new Initiative[] {reste, migree, nouvelle}) {
            mener(initiative);
            assertThat(questionnaires.courant(initiative.numero()))
                    .get()
                    .extracting(Questionnaire::etat)
                    .as(initiative.numero())
                    .isEqualTo(EtatQuestionnaire.QUALIFIE);
        }
    }

    private Initiative interroger(String numero) {
        Initiative initiative = essai.retenir(numero, "53", "camille@pole.example");
        essai.lancer(initiative, Map.of());
        pas.avancer(numero);
        return initiative;
    }

    private void mener(Initiative initiative) {
        taskService.complete(tache(initiative).getId(), reponses("emergence", Map.of("gouvernance", 3)));
        pas.avancer(initiative.numero());
        Task qualifier = pas.tache(initiative.numero(), Elements.QUALIFIER);
        taskService.complete(qualifier.getId(), Map.of("accompagnements", List.of("pairs"), "priorite", "moyenne"));
        pas.avancer(initiative.numero());
    }

    private void deployerUneNouvelleVersion() throws IOException {
        String champ = "{\"type\": \"select\", \"id\": \"champ_numerique\", \"key\": \"" + NOUVEAU_BESOIN
                + "\", \"label\": \"Numérique\", " + VALEURS + "}, ";
        String entree = "<camunda:inputParameter name=\"" + NOUVEAU_BESOIN + "\">${null}</camunda:inputParameter>";
        DeploymentBuilder piece = repositoryService.createDeployment().name("besoins");
        for (String formulaire : new String[] {"repondre-questionnaire", "recueillir-besoins"}) {
            String texte = lire("/forms/besoins/" + formulaire + ".form");
            piece.addString(formulaire + ".form", texte.replaceFirst("\"components\": \\[", "$0" + champ));
        }
        piece.addString("qualifier-besoins.form", lire("/forms/besoins/qualifier-besoins.form"));
        piece.addString("orientation.dmn", lire("/bpmn/besoins/orientation.dmn"));
        piece.addString(
                "questionnaire-besoins.bpmn",
                lire("/bpmn/besoins/questionnaire-besoins.bpmn").replace(JURIDIQUE, entree + JURIDIQUE));
        piece.deploy();
    }

    private static String lire(String ressource) throws IOException {
        try (var flux = NouvelleVersionDuQuestionnaireTest.class.getResourceAsStream(ressource)) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keys of the questions that the form of the running task asks, in Tasklist and by personal link alike. */
    private List<String> questions(Initiative initiative) throws IOException {
        String parLien = formulaires.deLaTache(tache(initiative)).texteJson();
        try (var flux = formService.getDeployedTaskForm(tache(initiative).getId())) {
            List<String> dansTasklist = questions(new ObjectMapper().readTree(flux));
            assertThat(questions(new ObjectMapper().readTree(parLien)))
                    .as("questions que %s voit par son lien personnel", initiative.numero())
                    .isEqualTo(dansTasklist);
            return dansTasklist;
        }
    }

    private static List<String> questions(JsonNode formulaire) {
        return formulaire.path("components").findValuesAsText("key");
    }

    private Task tache(Initiative initiative) {
        return pas.tache(initiative.numero(), Elements.REPONDRE);
    }
}

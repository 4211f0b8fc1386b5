package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.candidature.CandidatureProcess;
import fr.ptce.moteur.Constantes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** Holds the diagram, the forms, the list of needs and the code together. */
class QuestionnaireBesoinsContratTest {

    private final BpmnModelInstance modele =
            Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/besoins/questionnaire-besoins.bpmn"));

    @Test
    void laCleLesElementsLeMessageEtLeSignalSontCeuxDuDiagramme() {
        assertThat(modele.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(QuestionnaireBesoinsProcess.CLE);
        Set<String> noeuds = modele.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
        Set<String> nommes = Constantes.de(QuestionnaireBesoinsProcess.Elements.class);
        assertThat(nommes.stream().filter(element -> !noeuds.contains(element)))
                .as("éléments de QuestionnaireBesoinsProcess qui ne sont pas dans le diagramme")
                .isEmpty();
        assertThat(modele.getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .filter(tache -> !nommes.contains(tache)))
                .as("tâches du diagramme que QuestionnaireBesoinsProcess ne nomme pas")
                .isEmpty();
        assertThat(Stream.concat(
                        modele.getModelElementsByType(Message.class).stream().map(Message::getName),
                        modele.getModelElementsByType(Signal.class).stream().map(Signal::getName)))
                .containsExactlyInAnyOrderElementsOf(Constantes.de(QuestionnaireBesoinsProcess.Evenements.class));
    }

    @Test
    void leMessageEtLeSignalSontCeuxDeLaCandidature() {
        BpmnModelInstance candidature =
                Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/candidature/candidature.bpmn"));
        assertThat(candidature.getModelElementsByType(Signal.class))
                .extracting(Signal::getName)
                .containsExactly(QuestionnaireBesoinsProcess.Evenements.CANDIDATURE_RETENUE);
        assertThat(CandidatureProcess.RETRAIT_INITIATIVE)
                .isEqualTo(QuestionnaireBesoinsProcess.Evenements.RETRAIT_INITIATIVE);
    }

    @Test
    void lesEtatsDuDiagrammeSontCeuxDuQuestionnaire() {
        assertThat(modele.getModelElementsByType(CamundaProperty.class).stream()
                        .filter(propriete -> "etat".equals(propriete.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EtatQuestionnaire.values())
                        .map(EtatQuestionnaire::id)
                        .toList());
    }

    @Test
    void leFormulaireDemandeLImportanceDeChaqueBesoinDeLaDerniereVersionAvecSonLibelle() throws IOException {
        Map<String, String> attendus = new LinkedHashMap<>();
        try (var fichier = getClass().getResourceAsStream("/annuaire/besoins.csv")) {
            var lignes = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(';')
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(fichier, StandardCharsets.UTF_8))
                    .getRecords();
            String derniere = lignes.get(lignes.size() - 1).get("version");
            lignes.stream()
                    .filter(ligne -> derniere.equals(ligne.get("version")))
                    .forEach(ligne -> attendus.put(Reponses.champ(ligne.get("id")), ligne.get("libelle")));
        }
        Map<String, String> demandes = new LinkedHashMap<>();
        champs("repondre-questionnaire")
                .filter(champ -> champ.path("key").asText().startsWith("besoin_"))
                .forEach(champ -> demandes.put(
                        champ.get("key").asText(), champ.get("label").asText()));
        assertThat(demandes).containsExactlyEntriesOf(attendus);
    }

    @Test
    void auTelephoneLesQuestionsSontLesMemes() {
        List<String> enLigne = champs("repondre-questionnaire")
                .map(QuestionnaireBesoinsContratTest::question)
                .toList();
        List<String> auTelephone = champs("recueillir-besoins")
                .map(QuestionnaireBesoinsContratTest::question)
                .toList();
        assertThat(enLigne.stream().filter(question -> !auTelephone.contains(question)))
                .as("questions de repondre-questionnaire.form qui ne sont pas les mêmes dans recueillir-besoins.form")
                .isEmpty();
        assertThat(auTelephone.size())
                .as("questions de recueillir-besoins.form, avec les deux sur l’appel")
                .isEqualTo(enLigne.size() + 2);
    }

    @Test
    void lesLibellesSontCeuxDesFormulaires() {
        assertThat(options("qualifier-besoins", "accompagnements")).isEqualTo(LibellesDesBesoins.ACCOMPAGNEMENTS);
        assertThat(options("qualifier-besoins", "priorite")).isEqualTo(LibellesDesBesoins.PRIORITES);
        assertThat(options("repondre-questionnaire", "experimentation")).isEqualTo(LibellesDesBesoins.EXPERIMENTATION);
        assertThat(options("repondre-questionnaire", "stade_maturite").keySet())
                .isEqualTo(LibellesDesBesoins.STADES.keySet());
        assertThat(options("repondre-questionnaire", "besoin_juridique"))
                .allSatisfy((valeur, libelle) ->
                        assertThat(libelle).isEqualTo(valeur + " – " + LibellesDesBesoins.IMPORTANCES.get(valeur)));
    }

    /** What is asked and accepted, without the words around it, which say « vous » or « le porteur ». */
    private static String question(JsonNode champ) {
        return champ.path("key") + " " + champ.path("type") + " " + champ.path("validate") + " " + champ.path("values");
    }

    private static Map<String, String> options(String formulaire, String cle) {
        Map<String, String> options = new LinkedHashMap<>();
        champs(formulaire)
                .filter(champ -> cle.equals(champ.path("key").asText()))
                .forEach(champ -> champ.path("values")
                        .forEach(option -> options.put(
                                option.get("value").asText(),
                                option.get("label").asText())));
        return options;
    }

    private static Stream<JsonNode> champs(String formulaire) {
        try {
            JsonNode lu = new ObjectMapper()
                    .readTree(QuestionnaireBesoinsContratTest.class.getResourceAsStream(
                            "/forms/besoins/" + formulaire + ".form"));
            return Stream.iterate(0, rang -> rang < lu.get("components").size(), rang -> rang + 1)
                    .map(rang -> lu.get("components").get(rang))
                    .filter(champ -> champ.has("key"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

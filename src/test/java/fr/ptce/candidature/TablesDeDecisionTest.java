package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of each decision table of the candidature, and what happens when no particular rule applies. */
class TablesDeDecisionTest {

    private final DmnEngine moteur =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    rien ne manque;            formulaire; true;  projet; 1; culture; ''
                    présentation absente;      formulaire; false; projet; 1; culture; la présentation
                    stade absent;              formulaire; true;  '';     1; culture; le stade
                    aucun partenaire;          formulaire; true;  projet; 0; culture; les structures
                    aucun thème;               formulaire; true;  projet; 1; '';      au moins un thème
                    tout manque, mais importé; import;     false; '';     0; '';      ''
                    """)
    void lesManquesSontReleves(
            String cas,
            String origine,
            boolean presentation,
            String stade,
            int partenaires,
            String themes,
            String debut) {
        List<String> manques = evaluer(
                        "recevabilite.dmn", "manques", manques(origine, presentation, stade, partenaires, themes))
                .collectEntries("manque");
        if (debut.isEmpty()) {
            assertThat(manques).isEmpty();
        } else {
            assertThat(manques).singleElement().asString().startsWith(debut);
        }
    }

    @Test
    void tousLesManquesSontReleves() {
        assertThat(evaluer("recevabilite.dmn", "manques", manques("formulaire", false, "", 0, ""))
                        .collectEntries("manque"))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "oui,true,recevable",
        "'',true,recevable",
        "oui,false,incomplet",
        "non,true,irrecevable",
        "non,false,irrecevable"
    })
    void laRecevabiliteSuitLActiviteEtLesManques(String activite, boolean presentation, String attendue) {
        VariableMap variables =
                manques("formulaire", presentation, "projet", 1, "culture").putValue("activiteEconomique", activite);
        assertThat(seule("recevabilite.dmn", "recevabilite", variables)).isEqualTo(attendue);
    }

    @ParameterizedTest
    @CsvSource({
        "operationnel,2,true,association,operationnel",
        "operationnel,1,true,association,en-projet",
        "projet,0,true,particulier,en-projet",
        "idee,9,true,association,manifestation",
        "'',0,false,'',manifestation",
        "'',0,true,particulier,manifestation",
        "'',0,true,'',en-projet"
    })
    void laCategorieSuitLeStadeDeclare(
            String stade, int partenaires, boolean nommee, String typeStructure, String attendue) {
        VariableMap variables = Variables.createVariables()
                .putValue("stade", stade)
                .putValue("nombrePartenaires", partenaires)
                .putValue("initiativeNommee", nommee)
                .putValue("typeStructure", typeStructure);
        assertThat(seule("categorisation.dmn", "categorisation", variables)).isEqualTo(attendue);
    }

    @ParameterizedTest
    @CsvSource({
        "53,'','',pilotes-53 pilotes-mes pilotes-FR",
        "53,'culture,emploi','',pilotes-53 pilotes-culture pilotes-coorace pilotes-mes pilotes-FR",
        "82,redressement-productif,'',pilotes-82 pilotes-labo-ess pilotes-mes pilotes-FR",
        "11,'',collectivite,pilotes-11 pilotes-rtes pilotes-mes pilotes-FR",
        "11,'',reseau,pilotes-11 pilotes-cncres pilotes-mes pilotes-FR",
        "FR,'','',pilotes-mes pilotes-FR",
        "'','','',pilotes-mes pilotes-FR"
    })
    void lesGroupesDeRelectureSontOrdonnesEtJamaisVides(
            String region, String themes, String typeStructure, String attendus) {
        VariableMap variables = Variables.createVariables()
                .putValue("region", region)
                .putValue("themes", themes)
                .putValue("typeStructure", typeStructure);
        List<String> groupes =
                evaluer("affectation.dmn", "affectation", variables).collectEntries("groupe");
        assertThat(String.join(" ", groupes)).isEqualTo(attendus);
    }

    @ParameterizedTest
    @CsvSource({
        "2,false,1.0,suffisant",
        "2,false,2.0,suffisant",
        "2,false,2.1,troisieme-relecture",
        "2,true,0.0,troisieme-relecture",
        "3,true,5.0,suffisant"
    })
    void lesAvisDivergentsDemandentUneTroisiemeRelecture(int nombre, boolean opposees, double ecart, String attendue) {
        VariableMap variables = Variables.createVariables()
                .putValue("nombreEvaluations", nombre)
                .putValue("recommandationsOpposees", opposees)
                .putValue("ecart", ecart)
                .putValue("seuilDivergence", 2.0);
        assertThat(seule("divergence.dmn", "divergence", variables)).isEqualTo(attendue);
    }

    @ParameterizedTest
    @CsvSource({
        "4.0,2,1,operationnel,non-retenu",
        "3.0,0,2,operationnel,retenu-operationnel",
        "2.9,0,2,operationnel,retenu-projet",
        "2.5,1,1,en-projet,retenu-projet",
        "2.4,0,2,en-projet,non-retenu",
        "3.5,0,2,manifestation,retenu-projet",
        "3.4,0,2,manifestation,non-retenu"
    })
    void laPropositionSuitLaMoyenneEtLesAvis(
            double moyenne, int ecarter, int favorables, String categorie, String attendue) {
        VariableMap variables = Variables.createVariables()
                .putValue("noteMoyenne", moyenne)
                .putValue("avisEcarter", ecarter)
                .putValue("avisFavorables", favorables)
                .putValue("categorie", categorie);
        assertThat(seule("proposition.dmn", "proposition", variables))
                .as("proposition pour %s", variables)
                .isEqualTo(attendue);
    }

    private static VariableMap manques(
            String origine, boolean presentation, String stade, int partenaires, String themes) {
        return Variables.createVariables()
                .putValue("origine", origine)
                .putValue("presentationComplete", presentation)
                .putValue("stade", stade)
                .putValue("nombrePartenaires", partenaires)
                .putValue("themes", themes);
    }

    private String seule(String fichier, String decision, Map<String, Object> variables) {
        return evaluer(fichier, decision, variables).getSingleResult().getSingleEntry();
    }

    private DmnDecisionTableResult evaluer(String fichier, String decision, Map<String, Object> variables) {
        DmnDecision table =
                moteur.parseDecision(decision, getClass().getResourceAsStream("/bpmn/candidature/" + fichier));
        return moteur.evaluateDecisionTable(table, variables);
    }
}

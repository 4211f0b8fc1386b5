package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of {@code orientation.dmn}, and no match. */
class OrientationTest {

    private static final DmnEngine MOTEUR =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static final Map<String, Integer> TOUS = Stream.of(
                    "faisabilite",
                    "juridique",
                    "gouvernance",
                    "modele-economique",
                    "financement",
                    "foncier",
                    "animation",
                    "competences",
                    "collectivites",
                    "entreprises",
                    "communication",
                    "evaluation")
            .collect(Collectors.toMap(besoin -> besoin, besoin -> 4));

    @ParameterizedTest
    @CsvSource({
        "faisabilite, emergence, individuel",
        "faisabilite, structuration, expertise",
        "faisabilite, developpement, expertise",
        "juridique, emergence, formation-collective",
        "juridique, structuration, expertise",
        "juridique, developpement, expertise",
        "gouvernance, emergence, pairs",
        "gouvernance, structuration, individuel",
        "gouvernance, developpement, individuel",
        "modele-economique, emergence, formation-collective",
        "modele-economique, structuration, individuel",
        "modele-economique, developpement, individuel",
        "financement, emergence, dispositif",
        "financement, structuration, dispositif",
        "financement, developpement, dispositif",
        "foncier, emergence, expertise",
        "foncier, structuration, expertise",
        "foncier, developpement, expertise",
        "animation, emergence, individuel",
        "animation, structuration, individuel",
        "animation, developpement, pairs",
        "competences, emergence, dispositif",
        "competences, structuration, dispositif",
        "competences, developpement, dispositif",
        "collectivites, emergence, formation-collective",
        "collectivites, structuration, formation-collective",
        "collectivites, developpement, pairs",
        "entreprises, emergence, pairs",
        "entreprises, structuration, individuel",
        "entreprises, developpement, individuel",
        "communication, emergence, formation-collective",
        "communication, structuration, formation-collective",
        "communication, developpement, formation-collective",
        "evaluation, emergence, pairs",
        "evaluation, structuration, pairs",
        "evaluation, developpement, expertise"
    })
    void chaqueBesoinAUnAccompagnementAChaqueStade(String besoin, String stade, String accompagnement) {
        for (int importance : List.of(3, 4)) {
            assertThat(orienter(Map.of(besoin, importance), stade))
                    .as("besoin %s d’importance %d, au stade %s", besoin, importance, stade)
                    .containsExactly(accompagnement);
        }
        assertThat(orienter(Map.of(besoin, 2), stade)).as("not important").isEmpty();
    }

    @Test
    void plusieursBesoinsSAdditionnentEtUnBesoinInconnuNeDonneRien() {
        assertThat(orienter(Map.of("gouvernance", 4, "financement", 3), "emergence"))
                .containsExactlyInAnyOrder("pairs", "dispositif");
        assertThat(orienter(Map.of("traduction", 4), "emergence")).isEmpty();
        assertThat(orienter(Map.of(), "emergence")).isEmpty();
    }

    @Test
    void lesAccompagnementsProposesOntUnLibelle() {
        Set<String> proposes = new HashSet<>();
        Stream.of("emergence", "structuration", "developpement")
                .forEach(stade -> proposes.addAll(orienter(TOUS, stade)));
        assertThat(LibellesDesBesoins.ACCOMPAGNEMENTS.keySet()).isEqualTo(proposes);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, developpement, oui, haute",
        "2, 2, developpement, a-discuter, basse",
        "4, 4, developpement, non, haute",
        "3, 3, developpement, non, moyenne",
        "1, 1, emergence, non, moyenne",
        "1, 1, structuration, non, moyenne",
        "1, 1, developpement, non, basse",
        "0, 3, developpement, non, moyenne",
        "0, 2, developpement, non, basse",
        "0, 1, developpement, oui, moyenne",
        "0, 0, emergence, oui, basse"
    })
    void laPrioriteSuitLesBesoinsLeStadeEtLExperimentation(
            int essentiels, int importants, String stade, String experimentation, String priorite) {
        DmnDecisionTableResult resultat = evaluer(
                "priorite",
                Map.of(
                        "besoinsEssentiels",
                        essentiels,
                        "nombreDeBesoinsImportants",
                        importants,
                        "stadeDeMaturite",
                        stade,
                        "experimentation",
                        experimentation));
        assertThat(resultat.<String>getSingleEntry()).isEqualTo(priorite);
    }

    private static List<String> orienter(Map<String, Integer> importances, String stade) {
        Reponses reponses = new Reponses(stade, null, null, null, null, null, null, "non", importances);
        return evaluer(
                        "orientation",
                        Map.of("besoinsImportants", reponses.besoinsImportants(), "stadeDeMaturite", stade))
                .collectEntries("accompagnement");
    }

    private static DmnDecisionTableResult evaluer(String decision, Map<String, Object> entrees) {
        return MOTEUR.evaluateDecisionTable(
                decision, OrientationTest.class.getResourceAsStream("/bpmn/besoins/orientation.dmn"), entrees);
    }
}

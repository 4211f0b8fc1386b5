package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ptce.annuaire.LecteurCsv;
import fr.ptce.moteur.Modeles.Formulaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question of every form must be answered, except those that {@code moteur/questions-facultatives.csv} lets free: one
 * line a form, {@code besoin_*} for all that begin so. A reason that may be left out is a decision, not an omission.
 */
class QuestionsFacultativesTest {

    private static final String LISTE = "moteur/questions-facultatives.csv";

    private static final Set<String> SANS_QUESTION = Set.of("dynamiclist", "group", "expression");

    private static final Map<String, List<String>> LIBRES = LecteurCsv.lire(
                    LISTE,
                    ligne -> Map.entry(
                            ligne.get("formulaire"),
                            List.of(ligne.get("questions").split(" ", -1))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    static List<Formulaire> formulaires() {
        return Modeles.formulaires();
    }

    @ParameterizedTest
    @MethodSource("formulaires")
    void seulesLesQuestionsListeesPeuventResterSansReponse(Formulaire formulaire) {
        List<String> libres = LIBRES.getOrDefault(formulaire.toString(), List.of());
        List<String> facultatives = questions(formulaire)
                .filter(champ -> !champ.path("validate").path("required").asBoolean())
                .map(champ -> champ.get("key").asText())
                .toList();
        List<String> fautes = new ArrayList<>();
        facultatives.stream()
                .filter(cle -> libres.stream().noneMatch(libre -> designe(libre, cle)))
                .forEach(cle -> fautes.add("« " + cle + " » peut rester sans réponse (il manque validate.required), et "
                        + LISTE + " ne le dit pas"));
        libres.stream()
                .filter(libre -> facultatives.stream().noneMatch(cle -> designe(libre, cle)))
                .forEach(libre -> fautes.add("« " + libre + " » est obligatoire ou inconnu, et " + LISTE
                        + " dit que l’on peut s’en passer"));
        assertThat(fautes).as("questions de %s", formulaire).isEmpty();
    }

    @Test
    void chaqueFormulaireListeExiste() {
        Set<String> connus = formulaires().stream().map(Formulaire::toString).collect(Collectors.toSet());
        assertThat(LIBRES.keySet()).as("formulaires de %s", LISTE).isSubsetOf(connus);
    }

    private static Stream<JsonNode> questions(Formulaire formulaire) {
        return formulaire.champs().stream()
                .filter(champ -> !SANS_QUESTION.contains(champ.path("type").asText()));
    }

    private static boolean designe(String libre, String cle) {
        return libre.endsWith("*") ? cle.startsWith(libre.substring(0, libre.length() - 1)) : cle.equals(libre);
    }
}

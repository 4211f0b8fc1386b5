package fr.ptce.formulaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every form of the application, and the one of the tests, keeps the rules of the house. */
class FormulairesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXTES = Set.of("textfield", "textarea");
    private static final Set<String> SANS_LIBELLE =
            Set.of("text", "html", "image", "separator", "spacer", "iframe", "group", "expression");
    private static final List<String> ANGLAIS = List.of(
            "text field",
            "text area",
            "number",
            "checkbox",
            "select",
            "radio group",
            "checkbox group",
            "tag list",
            "dynamic list",
            "date time",
            "button",
            "group");

    @TestFactory
    Stream<DynamicTest> chaqueFormulaireRespecteLesRegles() throws IOException {
        PathMatchingResourcePatternResolver ressources = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath*:forms/**/*.form", "classpath:essais/*.form")
                .flatMap(motif -> lister(ressources, motif))
                .map(ressource -> DynamicTest.dynamicTest(ressource.getFilename(), () -> assertThat(
                                fautes(ressource.getContentAsString(StandardCharsets.UTF_8)))
                        .isEmpty()));
    }

    private static Stream<Resource> lister(PathMatchingResourcePatternResolver ressources, String motif) {
        try {
            return Arrays.stream(ressources.getResources(motif));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> fautes(String texte) throws IOException {
        JsonNode schema = JSON.readTree(texte);
        List<String> fautes = new ArrayList<>();
        if (schema.path("schemaVersion").asInt() != 16) {
            fautes.add("schemaVersion is not 16");
        }
        if (schema.path("id").asText().isBlank()) {
            fautes.add("no id");
        }
        assertThatCode(() -> new Formulaire(texte, schema, Clock.systemUTC())).doesNotThrowAnyException();
        parcourir(schema.path("components"), fautes, new HashSet<>());
        return fautes;
    }

    private static void parcourir(JsonNode composants, List<String> fautes, Set<String> ids) {
        for (JsonNode composant : composants) {
            String nom = composant.path("key").asText(composant.path("id").asText("?"));
            verifier(composant, composant.path("type").asText(), nom, fautes);
            if (!ids.add(composant.path("id").asText())) {
                fautes.add(nom + ": id missing or not unique");
            }
            parcourir(composant.path("components"), fautes, ids);
        }
    }

    private static void verifier(JsonNode composant, String type, String nom, List<String> fautes) {
        String libelle = composant
                .path("label")
                .asText(composant
                        .path("dateLabel")
                        .asText(composant.path("timeLabel").asText("")));
        if (!SANS_LIBELLE.contains(type)
                && (libelle.isBlank() || ANGLAIS.contains(libelle.toLowerCase(java.util.Locale.ROOT)))) {
            fautes.add(nom + ": no French label");
        }
        if ("filepicker".equals(type)) {
            fautes.add(nom + ": Tasklist cannot show a filepicker");
        }
        if (TEXTES.contains(type)
                && !estFige(composant)
                && composant.path("validate").path("maxLength").asText().isEmpty()) {
            fautes.add(nom + ": no maxLength");
        }
        Set<String> options = new HashSet<>();
        composant.path("values").forEach(option -> {
            if (!options.add(option.path("value").asText())) {
                fautes.add(nom + ": option twice: " + option.path("value").asText());
            }
        });
    }

    private static boolean estFige(JsonNode composant) {
        return composant.path("readonly").asBoolean()
                || composant.path("disabled").asBoolean();
    }

    @Test
    void lesFautesDUnFormulaireSontRelevees() throws IOException {
        String faux = """
                {"type":"default","schemaVersion":15,"components":[
                  {"type":"textfield","id":"a","key":"nom","label":"Text field"},
                  {"type":"radio","id":"a","key":"avis","label":"Avis","values":[{"value":"o"},{"value":"o"}]}]}""";
        assertThat(fautes(faux))
                .containsExactly(
                        "schemaVersion is not 16",
                        "no id",
                        "nom: no French label",
                        "nom: no maxLength",
                        "avis: option twice: o",
                        "avis: id missing or not unique");
    }
}

package fr.ptce.moteur.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the French texts of the four webapps with the English ones that come with the engine, key by key. */
class TextesDesWebappsTest {

    private static final String DOSSIER = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern A_CONSERVER =
            Pattern.compile("\\{\\{.*?}}|\\{\\d}|%[sd]|</?[a-zA-Z][^>]*>|&\\w+;|^\\s+|\\s+$");
    private static final Pattern ESPACE_SECABLE = Pattern.compile("[^\\s:;?!»]\\u0020[:;?!»]|«\\u0020");
    private static final Pattern APOSTROPHE_DROITE = Pattern.compile("\\p{L}'\\p{L}");

    /** Words written alike in both languages, names of products, formats and symbols. */
    private static final Set<String> IDENTIQUES = Set.of(
            "",
            "<",
            "<=",
            ">",
            ">=",
            "<null>",
            "<undefined>",
            "<version>",
            "<definition>",
            "<Operation>",
            "Action",
            "Actions",
            "Active",
            "Admin",
            "Annotation",
            "Application",
            "Applications",
            "CSV",
            "Camunda",
            "Camunda Cockpit",
            "Cockpit",
            "Configuration",
            "Date",
            "Description",
            "Documentation",
            "Exception",
            "ID",
            "ID*",
            "Incidents",
            "Instance",
            "JSON",
            "Job",
            "Jobs",
            "Message",
            "Migration",
            "Notification",
            "OK",
            "Ok",
            "Optimize",
            "Options",
            "Permissions",
            "Source",
            "Tasklist",
            "Tenant",
            "Tenants",
            "Total",
            "Type",
            "Types",
            "Variable",
            "Variable / {{variableName}}",
            "Variables",
            "Version",
            "YYYY-MM-DDTHH:mm:ss",
            "instance",
            "instances",
            "s",
            "{{count}} jobs");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void chaqueTexteAnglaisALeSienEnFrancaisEtAucunAutre(String application) throws IOException {
        assertThat(textes(application, "fr").keySet())
                .isEqualTo(textes(application, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void variablesBalisesEtEspacesDeBordSontCeuxDuTexteAnglais(String application) throws IOException {
        Map<String, String> francais = textes(application, "fr");
        SoftAssertions toutes = new SoftAssertions();
        textes(application, "en")
                .forEach((cle, anglais) ->
                        toutes.assertThat(aConserver(francais.get(cle))).as(cle).isEqualTo(aConserver(anglais)));
        toutes.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aucunTexteNEstVideNiResteEnAnglais(String application) throws IOException {
        Map<String, String> francais = textes(application, "fr");
        SoftAssertions toutes = new SoftAssertions();
        textes(application, "en").forEach((cle, anglais) -> {
            String texte = francais.get(cle);
            toutes.assertThat(texte.isBlank()).as(cle).isEqualTo(anglais.isBlank());
            if (!IDENTIQUES.contains(anglais.strip())) {
                toutes.assertThat(texte).as(cle).isNotEqualToIgnoringCase(anglais);
            }
        });
        toutes.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void laPonctuationEstFrancaise(String application) throws IOException {
        SoftAssertions toutes = new SoftAssertions();
        textes(application, "fr").forEach((cle, texte) -> {
            toutes.assertThat(ESPACE_SECABLE.matcher(texte).find())
                    .as("%s: no-break space in « %s »", cle, texte)
                    .isFalse();
            toutes.assertThat(APOSTROPHE_DROITE.matcher(texte).find())
                    .as("%s: typographic apostrophe in « %s »", cle, texte)
                    .isFalse();
        });
        toutes.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void lesDatesSontFrancaisesEtCompletes(String application) throws IOException {
        JsonNode francais = fichier(application, "fr").path("dateLocales");
        JsonNode anglais = fichier(application, "en").path("dateLocales");

        assertThat(forme("", francais)).isEqualTo(forme("", anglais));
        assertThat(francais.at("/months/7").asText()).isEqualTo("août");
        assertThat(francais.at("/weekdays/0").asText()).isEqualTo("dimanche");
        assertThat(francais.at("/relativeTime/past").asText()).isEqualTo("il y a %s");
        assertThat(francais.at("/relativeTime/future").asText()).isEqualTo("dans %s");
        assertThat(francais.at("/longDateFormat/L").asText()).isEqualTo("DD/MM/YYYY");
    }

    private List<String> aConserver(String texte) {
        return A_CONSERVER
                .matcher(texte)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** The paths of all leaves: two trees of the same form hold the same keys and lists of the same length. */
    private Set<String> forme(String chemin, JsonNode noeud) {
        Set<String> feuilles = new TreeSet<>();
        if (noeud.isValueNode()) {
            feuilles.add(chemin);
        }
        noeud.properties().forEach(e -> feuilles.addAll(forme(chemin + "/" + e.getKey(), e.getValue())));
        for (int i = 0; noeud.isArray() && i < noeud.size(); i++) {
            feuilles.addAll(forme(chemin + "/" + i, noeud.get(i)));
        }
        return feuilles;
    }

    private Map<String, String> textes(String application, String langue) throws IOException {
        JsonNode labels = fichier(application, langue).path("labels");
        return new TreeMap<>(json.convertValue(labels, new TypeReference<Map<String, String>>() {}));
    }

    private JsonNode fichier(String application, String langue) throws IOException {
        String chemin = DOSSIER + application + "/locales/" + langue + ".json";
        try (InputStream flux = getClass().getClassLoader().getResourceAsStream(chemin)) {
            assertThat(flux).as(chemin).isNotNull();
            String texte = new String(flux.readAllBytes(), StandardCharsets.UTF_8);
            // The files of the engine start with a byte order mark, which JSON does not allow.
            return json.readTree(texte.startsWith("\uFEFF") ? texte.substring(1) : texte);
        }
    }
}

package fr.ptce.moteur.securite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No spelling of a protected path gives anything to somebody who is not logged in. */
class CheminsDetournesTest extends EssaiSecurite {

    static Stream<Arguments> orthographes() {
        return CHEMINS_PROTEGES.stream()
                .flatMap(chemin -> variantes(chemin).stream().map(variante -> Arguments.of(chemin, variante)));
    }

    /** Each oddity at each segment of the path. */
    private static Set<String> variantes(String chemin) {
        String[] segments = chemin.substring(1).split("/");
        Set<String> variantes = new LinkedHashSet<>();
        for (int rang = 0; rang < segments.length; rang++) {
            for (String remplacement : ecrituresDe(segments[rang])) {
                String[] copie = segments.clone();
                copie[rang] = remplacement;
                variantes.add("/" + String.join("/", copie));
            }
        }
        variantes.add("/" + chemin);
        variantes.add(chemin + "//");
        variantes.add("/quelconque/.." + chemin);
        variantes.add("/css/.." + chemin);
        variantes.add("/css/%2e%2e" + chemin);
        variantes.add("/css/..;" + chemin);
        return variantes;
    }

    private static List<String> ecrituresDe(String segment) {
        char premiere = segment.charAt(0);
        String reste = segment.substring(1);
        String minuscule = "%" + Integer.toHexString(premiere);
        return List.of(
                segment + ";x",
                segment + ";jsessionid=1",
                ";x/" + segment,
                segment + "%3bx",
                segment + "%3Bx",
                "/" + segment,
                "./" + segment,
                "x/../" + segment,
                "%2e/" + segment,
                "x/%2e%2e/" + segment,
                "%2f" + segment,
                "%2F" + segment,
                "\\" + segment,
                "%5c" + segment,
                minuscule + reste,
                minuscule.toUpperCase(Locale.ROOT) + reste,
                "%25" + minuscule.substring(1) + reste,
                segment + "%00",
                segment + "%0a",
                segment + "%c0%af");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("orthographes")
    void uneOrthographeInhabituelleEstRefusee(String chemin, String variante) {
        for (String methode : Set.of("GET", "POST")) {
            String reponse = anonyme().brut(methode, variante, methode.equals("POST") ? "{}" : "");

            assertThat(reponse).as(methode).startsWith("HTTP/1.1 400").doesNotContain(PagesEssai.SECRET, TACHE, AGENT);
        }
    }

    static Stream<String> cheminsProteges() {
        return CHEMINS_PROTEGES.stream();
    }

    @ParameterizedTest
    @MethodSource("cheminsProteges")
    void unAnonymeNObtientRien(String chemin) {
        for (String methode : Set.of("GET", "POST", "PUT", "DELETE", "HEAD")) {
            String reponse = anonyme().brut(methode, chemin, "");

            assertThat(reponse)
                    .as(methode)
                    .containsPattern("^HTTP/1.1 (302|401|403|404) ")
                    .doesNotContain(PagesEssai.SECRET, TACHE, AGENT);
        }
    }

    @ParameterizedTest
    @MethodSource("cheminsProteges")
    void uneBarreFinaleOuUneMajusculeNeDonnentRien(String chemin) {
        for (String variante : Set.of(chemin + "/", chemin.toUpperCase(Locale.ROOT), chemin + ".json")) {
            String reponse = anonyme().brut("GET", variante, "");

            assertThat(reponse)
                    .as(variante)
                    .containsPattern("^HTTP/1.1 (302|401|403|404) ")
                    .doesNotContain(PagesEssai.SECRET, TACHE, AGENT);
        }
    }

    @Test
    void unCheminInconnuDeLApiDesWebappsEstRefuse() {
        assertThat(agent().get("/camunda/api/inconnu/quelconque").statusCode()).isEqualTo(401);
        assertThat(agent().get("/camunda/inconnu").statusCode()).isEqualTo(404);
    }

    @Test
    void unAgentPasseParLesMemesChemins() {
        ClientHttp agent = agent();

        assertThat(agent.get("/camunda/api/engine/engine/default/task").body()).contains(TACHE);
        assertThat(agent.get("/camunda/api/ptce/essai").body()).isEqualTo(PagesEssai.SECRET);
        assertThat(agent.get("/dossiers/essai").body()).contains(PagesEssai.SECRET);
    }

    @Test
    void unIdentifiantAccentueOuAvecDeuxPointsResteUtilisable() {
        ClientHttp agent = agent();

        assertThat(agent.get("/camunda/api/engine/engine/default/process-definition/cl%C3%A9%3A1%3Aabc")
                        .statusCode())
                .isEqualTo(404);
    }
}

package fr.ptce.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelesDeCourrielTest {

    private static final ModelesDeCourriel MODELES = BancCourriel.modeles("");

    private static final Pattern PHRASE = Pattern.compile("(?<=[.?!])\\s+|\\R+");

    static Stream<String> noms() {
        return MODELES.tous().stream().map(Modele::nom);
    }

    @Test
    void tousLesModelesDeLaCandidatureExistent() {
        assertThat(noms())
                .contains(
                        "accuse-reception",
                        "demande-complements",
                        "classement-sans-suite",
                        "irrecevabilite",
                        "notification-decision",
                        "decision-apres-reexamen",
                        "confirmation-retrait",
                        "reception-reexamen",
                        "reception-complements",
                        "rappel-brouillon",
                        "lien-de-suivi");
    }

    @ParameterizedTest
    @MethodSource("noms")
    void leModeleEstEcritEnBonFrancaisAvecToutesSesVariables(String nom) {
        Modele modele = MODELES.modele(nom).orElseThrow();
        ModelesDeCourriel.Contenu contenu = MODELES.ecrire(nom, modele.exemple());

        assertThat(modele.description()).isNotBlank();
        assertThat(contenu.objet()).isNotBlank().hasSizeLessThan(80);
        assertThat(contenu.html()).contains("<html lang=\"fr\"").doesNotContain(" th:", "xmlns");
        for (String visible : List.of(contenu.objet(), contenu.texte(), texteVisible(contenu.html()))) {
            verifierLaTypographie(visible);
        }
        for (Map.Entry<String, Object> variable : modele.exemple().entrySet()) {
            if (variable.getValue() instanceof String valeur && !valeur.matches("\\d{4}-.*|retenu-.*")) {
                assertThat(contenu.texte())
                        .as("%s.txt : %s", nom, variable.getKey())
                        .contains(valeur);
                assertThat(contenu.html())
                        .as("%s.html : %s", nom, variable.getKey())
                        .contains(valeur);
            }
        }
    }

    /**
     * Most people read the HTML only: what a version says and the other does not, half of them never learn. The line above an
     * address, which ends with a colon, is a button in the HTML.
     */
    @ParameterizedTest
    @MethodSource("noms")
    void leHtmlDitChaquePhraseDuTexte(String nom) {
        Modele modele = MODELES.modele(nom).orElseThrow();
        ModelesDeCourriel.Contenu contenu = MODELES.ecrire(nom, modele.exemple());
        String html = sansPonctuation(texteVisible(contenu.html()));

        assertThat(PHRASE.splitAsStream(contenu.texte())
                        .map(String::strip)
                        .filter(phrase -> phrase.contains(" ") && !phrase.contains("://") && !phrase.endsWith(":"))
                        .filter(phrase -> !html.contains(sansPonctuation(phrase))))
                .as("%s : phrases de la version texte que ne dit pas la version HTML", nom)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noms")
    void sansSesVariablesFacultativesLeModeleResteCorrect(String nom) {
        Modele modele = MODELES.modele(nom).orElseThrow();
        Map<String, Object> reduites = new HashMap<>(modele.exemple());
        modele.facultatives().forEach(facultative -> reduites.put(facultative, null));

        ModelesDeCourriel.Contenu contenu = MODELES.ecrire(nom, reduites);

        assertThat(contenu.texte()).contains("Bonjour,").doesNotContain("\n\n\n");
        verifierLaTypographie(contenu.texte());
        verifierLaTypographie(texteVisible(contenu.html()));
        assertThat(contenu.html()).doesNotContain("href=\"\"").doesNotContain("<a style");
    }

    @ParameterizedTest
    @CsvSource({
        "retenu-operationnel,pôles opérationnels",
        "retenu-projet,pôles en projet",
        "non-retenu,n’est pas retenue"
    })
    void chaqueDecisionEstDiteDansLesDeuxVersions(String decision, String attendu) {
        for (String nom : List.of("notification-decision", "decision-apres-reexamen")) {
            Map<String, Object> variables =
                    new HashMap<>(MODELES.modele(nom).orElseThrow().exemple());
            variables.put("decision", decision);
            ModelesDeCourriel.Contenu contenu = MODELES.ecrire(nom, variables);
            assertThat(contenu.texte()).containsOnlyOnce("Votre candidature ").contains(attendu);
            assertThat(contenu.html()).contains(attendu);
        }
    }

    @Test
    void leHtmlDunNomEstNeutralise() {
        Map<String, Object> variables = new HashMap<>(
                MODELES.modele("confirmation-retrait").orElseThrow().exemple());
        variables.put("initiative", "<script>alert(1)</script> [[${1+1}]] & Cie");
        ModelesDeCourriel.Contenu contenu = MODELES.ecrire("confirmation-retrait", variables);

        assertThat(contenu.html()).doesNotContain("<script>").contains("&lt;script&gt;", "[[${1+1}]] &amp; Cie");
        assertThat(contenu.texte()).contains("<script>alert(1)</script> [[${1+1}]] & Cie");
    }

    @Test
    void unFichierDuDossierExterieurRemplaceCeluiDeLapplication(@TempDir Path dossier) throws Exception {
        Files.writeString(dossier.resolve("confirmation-retrait.txt"), "Objet à nous\n\nDossier [(${numero})]\n");
        ModelesDeCourriel modeles = BancCourriel.modeles(dossier.toString());
        ModelesDeCourriel.Contenu contenu = modeles.ecrire(
                "confirmation-retrait",
                modeles.modele("confirmation-retrait").orElseThrow().exemple());

        assertThat(contenu.objet()).isEqualTo("Objet à nous");
        assertThat(contenu.texte()).isEqualTo("Dossier PTCE-0042\n");
        assertThat(contenu.html()).contains("Objet à nous", "retirée");
    }

    @Test
    void unModeleInconnuEstRefuse() {
        assertThatThrownBy(() -> MODELES.ecrire("../application", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inconnu");
    }

    @Test
    void lesDatesSontEcritesEnFrancaisDOuQuellesViennent() {
        FormatFrancais fr = new FormatFrancais();
        assertThat(fr.date(LocalDate.of(2026, 12, 1))).isEqualTo("1er\u00a0décembre 2026");
        assertThat(fr.date("2026-08-15")).isEqualTo("15\u00a0août 2026");
        assertThat(fr.dateHeure(LocalDateTime.of(2026, 12, 2, 12, 5)))
                .isEqualTo("2\u00a0décembre 2026 à 12\u00a0h\u00a005");
        assertThat(fr.dateHeure("2026-07-01T22:30:00Z")).isEqualTo("2\u00a0juillet 2026 à 0\u00a0h\u00a030");
        assertThat(fr.date("bientôt")).isEqualTo("bientôt");
        assertThat(fr.date(null)).isEmpty();
        assertThat(fr.salutation(" ")).isEqualTo("Bonjour,");
    }

    @Test
    void uneEcheanceSEcritAvecLeJourDeLaSemaine() {
        FormatFrancais fr = new FormatFrancais();
        assertThat(fr.jour(LocalDate.of(2013, 3, 12))).isEqualTo("mardi 12\u00a0mars 2013");
        assertThat(fr.jour("2026-12-01")).isEqualTo("mardi 1er\u00a0décembre 2026");
        assertThat(fr.jour("2026-07-01T22:30:00Z")).isEqualTo("jeudi 2\u00a0juillet 2026");
        assertThat(fr.jourHeure(LocalDateTime.of(2026, 12, 1, 12, 0)))
                .isEqualTo("mardi 1er\u00a0décembre 2026 à 12\u00a0h\u00a000");
        assertThat(fr.jour("bientôt")).isEqualTo("bientôt");
        assertThat(fr.jour(null)).isEmpty();

        Modele modele = MODELES.modele("demande-complements").orElseThrow();
        ModelesDeCourriel.Contenu contenu = MODELES.ecrire(modele.nom(), modele.exemple());
        assertThat(contenu.texte()).contains("jusqu’au mardi 1er\u00a0décembre 2026.");
        assertThat(contenu.html()).contains("<strong>mardi 1er\u00a0décembre 2026</strong>");
    }

    @Test
    void lApercuDUnRappelMontreOuRegler() {
        Modele rappel = MODELES.modele("essai-rappel").orElseThrow();
        assertThat(rappel.rappel()).isTrue();
        assertThat(MODELES.ecrire(rappel.nom(), rappel.apercu()).texte()).contains("Régler la fréquence");

        Modele autre = MODELES.modele("accuse-reception").orElseThrow();
        assertThat(autre.rappel()).isFalse();
        assertThat(MODELES.ecrire(autre.nom(), autre.apercu()).texte()).doesNotContain("Régler");
    }

    private static void verifierLaTypographie(String visible) {
        assertThat(visible).doesNotContain("null", "[[", "[(", "${", "'", "\u00a0\u00a0");
        Matcher espace = Pattern.compile("(?<!\u00a0)[;?!»]|(?<![\u00a0p s])[:](?!//)| [:;?!»]|«(?!\u00a0)|\\( |,,")
                .matcher(visible.replaceAll("https?://\\S+", ""));
        assertThat(espace.results().map(r -> autour(visible, r.start())).toList())
                .as("espaces insécables")
                .isEmpty();
    }

    private static String autour(String texte, int position) {
        return texte.substring(Math.max(0, position - 20), Math.min(texte.length(), position + 20));
    }

    private static String sansPonctuation(String phrase) {
        return phrase.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.FRENCH);
    }

    private static String texteVisible(String html) {
        return html.replaceAll("(?s)<[^>]*>", " ").replace("&amp;", "&").replaceAll("[ \\n]+", " ");
    }
}

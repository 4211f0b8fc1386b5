package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What holds for every page, e-mail and PDF, read from the templates: what is written unescaped, and what has a name. */
class GabaritsTest {

    /** What the renderer of Markdown has made, and the JSON of a form, which is made for a script element. */
    private static final Pattern DEJA_SUR = Pattern.compile("\\$\\{(t == null \\? '' : )?aff\\.texte\\(.+\\)}"
            + "|\\$\\{[cr]\\.html(\\(\\))?}|\\$\\{r\\.changements\\(\\)}|\\$\\{vue\\.(schema|donnees)}");

    private static final Pattern TEL_QUEL = Pattern.compile("th:utext=\"([^\"]*)\"|\\[\\((\\$\\{[^\"]*?})\\)]");
    private static final Pattern ETIQUETTE = Pattern.compile("<label\\b[^>]*?\\s(?:th:)?for=\"([^\"]+)\"");
    private static final Pattern IDENTIFIANT = Pattern.compile("\\s(?:th:)?id=\"([^\"]+)\"");
    private static final Pattern CHAMP = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>");
    private static final Pattern SANS_NOM =
            Pattern.compile("type=\"(?:hidden|submit)\"|\\shidden\\b|aria-label(?:ledby)?=");
    private static final Pattern RENVOI = Pattern.compile("\\saria-(?:labelledby|describedby|controls)=\"([^\"$|]+)\"");
    private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*>");

    record Gabarit(String nom, String texte) {

        @Override
        public String toString() {
            return nom;
        }
    }

    static List<Gabarit> gabarits() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:/templates/**/*.html"))
                .map(GabaritsTest::lire)
                .toList();
    }

    private static Gabarit lire(Resource fichier) {
        try {
            String chemin = fichier.getURL().getPath();
            return new Gabarit(
                    chemin.substring(chemin.lastIndexOf("/templates/") + "/templates/".length()),
                    fichier.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("gabarits")
    void seulCeQuiEstDejaDuHtmlSurEstEcritTelQuel(Gabarit gabarit) {
        assertThat(TEL_QUEL.matcher(gabarit.texte())
                        .results()
                        .map(trouve -> trouve.group(1) == null ? trouve.group(2) : trouve.group(1))
                        .filter(expression -> !DEJA_SUR.matcher(expression).matches()))
                .as("%s : écrit sans échappement (th:utext) ce que quelqu’un a saisi", gabarit)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("gabarits")
    void chaqueChampAUneEtiquetteEtChaqueEtiquetteUnChamp(Gabarit gabarit) {
        Set<String> identifiants = trouves(IDENTIFIANT, gabarit);
        Set<String> etiquetes = trouves(ETIQUETTE, gabarit);
        List<String> fautes = new ArrayList<>();
        etiquetes.stream()
                .filter(pour -> !identifiants.contains(pour))
                .forEach(pour -> fautes.add("l’étiquette for=\"" + pour + "\" ne désigne aucun champ"));
        CHAMP.matcher(gabarit.texte())
                .results()
                .filter(champ -> !SANS_NOM.matcher(champ.group()).find())
                .filter(champ -> !dansUneEtiquette(gabarit.texte().substring(0, champ.start())))
                .filter(champ ->
                        IDENTIFIANT.matcher(champ.group()).results().noneMatch(id -> etiquetes.contains(id.group(1))))
                .forEach(champ -> fautes.add("sans étiquette : " + champ.group()));
        assertThat(fautes).as("%s : champs et étiquettes", gabarit).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("gabarits")
    void ceQuUnLecteurDEcranDoitDireExiste(Gabarit gabarit) {
        Set<String> identifiants = trouves(IDENTIFIANT, gabarit);
        List<String> fautes = new ArrayList<>();
        RENVOI.matcher(gabarit.texte())
                .results()
                .flatMap(renvoi -> Stream.of(renvoi.group(1).split(" ", -1)))
                .filter(id -> !identifiants.contains(id))
                .forEach(id -> fautes.add("un attribut aria- renvoie à « " + id + " », qui n’est pas dans la page"));
        IMAGE.matcher(gabarit.texte())
                .results()
                .filter(image -> !image.group().contains("alt="))
                .forEach(image -> fautes.add("image sans texte de remplacement : " + image.group()));
        assertThat(fautes).as("%s", gabarit).isEmpty();
    }

    private static boolean dansUneEtiquette(String avant) {
        return avant.lastIndexOf("<label") > avant.lastIndexOf("</label");
    }

    private static Set<String> trouves(Pattern motif, Gabarit gabarit) {
        Matcher trouve = motif.matcher(gabarit.texte());
        return trouve.results().map(resultat -> resultat.group(1)).collect(Collectors.toSet());
    }
}

package fr.ptce.delais;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that people may read of the application, by file: guides, diagrams, decision tables, forms, pages, e-mails, letters,
 * lists, and what the code says in French. Spaces of every kind are plain ones.
 *
 * <p>Left out: what the demonstration tells (a story, no rule), the French of the webapps themselves ({@code locales}, the
 * engine's texts), libraries, and our English documentation.
 */
final class TextesPourLesGens {

    private static final Pattern LUS = Pattern.compile("(docs/guide-[a-z]+\\.md"
            + "|forms/.*\\.form"
            + "|bpmn/.*\\.(bpmn|dmn)"
            + "|src/main/resources/.*\\.(html|txt|json|js|csv|yaml|md)"
            + "|src/main/java/.*\\.java)");
    private static final Pattern LAISSES =
            Pattern.compile(".*/(locales|vendor|demo|demonstration)/.*|.*Demonstration[^/]*");

    /** What a page shows instead, as soon as it is served. */
    private static final Pattern EXEMPLE_DE_PAGE =
            Pattern.compile("(<(?:[^<>\"]|\"[^\"]*\")*\\bth:u?text=\"[^\"]*\"(?:[^<>\"]|\"[^\"]*\")*>)[^<]*");

    private static final Pattern MISE_EN_RELIEF = Pattern.compile(
            "</?(?:strong|em|b|i|u|small|span|abbr|mark|time|data)(?:\\s(?:[^<>\"]|\"[^\"]*\")*)?>|\\*+");
    private static final Pattern COMMENTAIRE_DE_SCRIPT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern ESPACES = Pattern.compile(
            "(?:\\s|\u00a0|\u202f|&nbsp;|&thinsp;|&#160;|&#8239;|&#x0*a0;|&#x0*202f;|\\\\u00a0|\\\\u202f|\\\\n)+",
            Pattern.CASE_INSENSITIVE);

    private TextesPourLesGens() {}

    /** By path; a path below {@code src/main/resources}, or below {@code src/main/java/fr/ptce}, begins there. */
    static Map<String, String> tous() {
        Map<String, String> textes = new TreeMap<>();
        fichiers().forEach((nom, contenu) -> textes.put(nom, lire(nom, contenu)));
        return textes;
    }

    private static String lire(String nom, String contenu) {
        String texte = contenu;
        if (nom.endsWith(".java")) {
            texte = new SourceJava(contenu).chaines();
        } else if (nom.endsWith(".html")) {
            texte = EXEMPLE_DE_PAGE.matcher(contenu).replaceAll("$1");
        } else if (nom.endsWith(".js")) {
            texte = COMMENTAIRE_DE_SCRIPT.matcher(contenu).replaceAll("");
        }
        return ESPACES.matcher(MISE_EN_RELIEF.matcher(texte).replaceAll("")).replaceAll(" ");
    }

    /** The files themselves, by the same names. */
    static Map<String, String> fichiers() {
        Map<String, String> fichiers = new TreeMap<>();
        Stream.of("docs", "forms", "bpmn", "src/main").map(Path::of).forEach(racine -> {
            try (Stream<Path> chemins = Files.walk(racine)) {
                chemins.filter(Files::isRegularFile)
                        .map(chemin -> chemin.toString().replace('\\', '/'))
                        .filter(chemin -> LUS.matcher(chemin).matches())
                        .filter(chemin -> !LAISSES.matcher(chemin).matches())
                        .forEach(chemin -> fichiers.put(court(chemin), contenu(chemin)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return fichiers;
    }

    private static String court(String chemin) {
        return chemin.replaceFirst("^src/main/(resources|java/fr/ptce)/", "");
    }

    private static String contenu(String chemin) {
        try {
            return Files.readString(Path.of(chemin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

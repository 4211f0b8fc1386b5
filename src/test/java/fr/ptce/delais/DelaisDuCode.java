package fr.ptce.delais;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The durations of the code and of its settings. In the code each is a constant, whose name or type says that it is one:
 * what stands without a name in the middle of a statement is a fault.
 */
final class DelaisDuCode {

    private static final Pattern CONSTANTE = Pattern.compile(
            "static final (?<type>[\\w.]+) (?<nom>[A-Z][A-Z0-9_]*)\\s*=\\s*(?<valeur>[^;]*);", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("Duration|Period|LocalTime");
    private static final Pattern NOM =
            Pattern.compile("(.*_)?(JOURS|HEURES|MINUTES|SECONDES|MS|SEMAINES|MOIS|ANS|ANNEES"
                    + "|DELAI|VALIDITE|DUREE|CONSERVATION|ATTENTE|HORIZON|LOIN|REPIT)(_.*)?");
    private static final Pattern NOMBRE = Pattern.compile("int|long|Integer|Long|short|double");
    /** A minute has sixty seconds: no rule. */
    private static final Pattern CONVERSION = Pattern.compile(".*_PAR_.*");

    /** One of a unit is a step from day to day, or « tomorrow »: no delay. */
    private static final List<Pattern> SANS_NOM = List.of(
            Pattern.compile("(?:Duration|Period)\\.of\\w+\\([\\d_L* ]+\\)"),
            Pattern.compile("\\.(?:plus|minus)(?:Days|Weeks|Months)\\((?!1L?\\))[\\d_]+L?\\)"),
            Pattern.compile("\\.(?:plus|minus)(?:Years|Hours|Minutes|Seconds)\\([\\d_]+L?\\)"),
            Pattern.compile("\\.(?:plus|minus)\\([\\d_]+L?, "),
            Pattern.compile("\\b(?:Duration|Period)\\.parse\\("),
            Pattern.compile("\\becheance\\((?![01],)[\\d_]+,"),
            Pattern.compile("LocalTime\\.of\\(\\d[^)]*\\)"));

    private static final Pattern REGLAGE = Pattern.compile(".*(timeout|max-age|time-to-live|lock-time|-time-cycle"
            + "|window-(start|end)-time|duration|delay-(base|max)|expir|validit"
            + "|delai|duree|jours|heures|minutes|semaines|mois).*");
    private static final Pattern DUREE_ISO = Pattern.compile("P(?=[\\dT])(?:\\d+[YMWD])*(?:T(?:\\d+[HMS])+)?");

    private DelaisDuCode() {}

    /** The constants that are durations, such as {@code portail.Liens VALIDITE_DU_SUIVI}. */
    static List<String> constantes() {
        List<String> constantes = new ArrayList<>();
        pourChaqueSource((classe, code) -> {
            Matcher constante = CONSTANTE.matcher(code);
            while (constante.find()) {
                String nom = constante.group("nom");
                boolean duree = TYPE.matcher(constante.group("type")).matches()
                        || (NOMBRE.matcher(constante.group("type")).matches()
                                && (NOM.matcher(nom).matches() || sAjouteAUneDate(nom, code)));
                if (duree && !CONVERSION.matcher(nom).matches()) {
                    constantes.add(classe + " " + nom);
                }
            }
        });
        return constantes;
    }

    private static boolean sAjouteAUneDate(String nom, String code) {
        return Pattern.compile("\\.(?:plus|minus)(?:[A-Z]\\w+)?\\(" + nom + "[,)]")
                .matcher(code)
                .find();
    }

    /** Durations that no constant names, each with its class. */
    static List<String> sansNom() {
        List<String> sansNom = new ArrayList<>();
        pourChaqueSource((classe, code) -> {
            String reste = CONSTANTE.matcher(code).replaceAll("");
            SANS_NOM.forEach(motif ->
                    motif.matcher(reste).results().forEach(trouve -> sansNom.add(classe + ": " + trouve.group())));
        });
        return sansNom;
    }

    /** The settings that are durations, by file and key, such as {@code application.yml server.servlet.session.timeout}. */
    static Map<String, String> reglages() {
        Map<String, String> reglages = new TreeMap<>();
        for (String fichier : List.of("application.yml", "application-demo.yml", "application-prod.yml")) {
            try {
                Object contenu = new Yaml().load(Files.readString(Path.of("src/main/resources", fichier)));
                aplatir(fichier + " ", contenu, reglages);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        reglages.entrySet()
                .removeIf(reglage -> !REGLAGE.matcher(reglage.getKey()).matches()
                        && !DUREE_ISO.matcher(reglage.getValue()).matches());
        return reglages;
    }

    /**
     * What a constant, or a field of a constant of an enum, is worth.
     *
     * @param nom such as {@code VALIDITE_DU_SUIVI} or {@code TROIS_MOIS.jours}
     */
    static Object valeur(String classe, String nom) {
        try {
            String[] noms = nom.split("\\.", -1);
            Class<?> lue = Class.forName("fr.ptce." + classe);
            Object valeur = lire(lue.getDeclaredField(noms[0]), null);
            return noms.length == 1 ? valeur : lire(lue.getDeclaredField(noms[1]), valeur);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The table names what is not there: " + classe + " " + nom, e);
        }
    }

    private static Object lire(Field champ, Object objet) throws IllegalAccessException {
        champ.setAccessible(true);
        return champ.get(objet);
    }

    private static void pourChaqueSource(BiConsumer<String, String> suite) {
        TextesPourLesGens.fichiers().forEach((nom, contenu) -> {
            if (nom.endsWith(".java")) {
                suite.accept(nom.replace(".java", "").replace('/', '.'), new SourceJava(contenu).code());
            }
        });
    }

    private static void aplatir(String prefixe, Object valeur, Map<String, String> reglages) {
        if (valeur instanceof Map<?, ?> groupe) {
            groupe.forEach(
                    (cle, suite) -> aplatir(prefixe + (prefixe.endsWith(" ") ? "" : ".") + cle, suite, reglages));
        } else {
            reglages.put(prefixe, String.valueOf(valeur));
        }
    }
}

package fr.ptce.essai;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.springframework.util.FileSystemUtils;

/**
 * The statements of ours that the tests of this JVM ran, each with the values of the first time; written to
 * {@code target/requetes} when the JVM ends. Those of the engine, of Flyway and of the tests themselves are left out.
 */
public final class RequetesVues implements QueryExecutionListener {

    private static final Path DOSSIER = Path.of("target", "requetes");
    private static final List<String> AUTRES = List.of("org.apache.ibatis.", "org.camunda.", "org.flywaydb.");
    private static final Map<BaseDEssai, RequetesVues> PAR_BASE = new EnumMap<>(BaseDEssai.class);

    /** Statement and the calls that set its values: method and arguments, null where a value cannot be kept. */
    public record Requete(String texte, List<Object[]> valeurs) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final BaseDEssai base;
    private final Map<String, Requete> vues = new ConcurrentHashMap<>();
    private final Map<String, Boolean> etrangeres = new ConcurrentHashMap<>();

    private RequetesVues(BaseDEssai base) {
        this.base = base;
        Runtime.getRuntime().addShutdownHook(new Thread(this::ecrire));
    }

    static synchronized RequetesVues de(BaseDEssai base) {
        return PAR_BASE.computeIfAbsent(base, RequetesVues::new);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> requetes) {
        // Only what was run counts.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> requetes) {
        if (!execution.isSuccess()) {
            return;
        }
        for (QueryInfo requete : requetes) {
            String texte = requete.getQuery();
            if (!vues.containsKey(texte) && !etrangeres.containsKey(texte)) {
                if (estDeNous()) {
                    vues.put(texte, new Requete(texte, valeurs(requete)));
                } else {
                    etrangeres.put(texte, true);
                }
            }
        }
    }

    /** Whether it is the application itself that asks, and not the engine, Flyway or a test. */
    private static boolean estDeNous() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(appels -> appels.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(classe -> AUTRES.stream().anyMatch(classe.getName()::startsWith)
                                || (classe.getName().startsWith("fr.ptce.")
                                        && !classe.getPackage().equals(RequetesVues.class.getPackage())))
                        .findFirst())
                .filter(classe -> classe.getName().startsWith("fr.ptce."))
                .filter(classe -> !classe.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes"))
                .isPresent();
    }

    private static List<Object[]> valeurs(QueryInfo requete) {
        List<Object[]> valeurs = new ArrayList<>();
        if (!requete.getParametersList().isEmpty()) {
            for (ParameterSetOperation appel : requete.getParametersList().get(0)) {
                Object[] arguments = appel.getArgs().clone();
                for (int rang = 1; rang < arguments.length; rang++) {
                    arguments[rang] = arguments[rang] instanceof Serializable ? arguments[rang] : null;
                }
                Object[] valeur = new Object[arguments.length + 1];
                valeur[0] = appel.getMethod().getName();
                System.arraycopy(arguments, 0, valeur, 1, arguments.length);
                valeurs.add(valeur);
            }
        }
        return valeurs;
    }

    private void ecrire() {
        try {
            Files.createDirectories(DOSSIER);
            Path fichier = DOSSIER.resolve(base + "-" + ProcessHandle.current().pid() + ".ser");
            try (ObjectOutputStream sortie = new ObjectOutputStream(Files.newOutputStream(fichier))) {
                sortie.writeObject(new TreeMap<>(vues));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next build starts from nothing. */
    static void oublier() throws IOException {
        FileSystemUtils.deleteRecursively(DOSSIER);
    }

    /** Those that the JVMs before this one ran on a database, by their text. */
    static Map<String, Requete> lues(BaseDEssai base) throws IOException, ClassNotFoundException {
        Map<String, Requete> toutes = new TreeMap<>();
        if (Files.isDirectory(DOSSIER)) {
            try (DirectoryStream<Path> fichiers = Files.newDirectoryStream(DOSSIER, base + "-*.ser")) {
                for (Path fichier : fichiers) {
                    try (ObjectInputStream entree = new ObjectInputStream(Files.newInputStream(fichier))) {
                        ((Map<?, ?>) entree.readObject())
                                .forEach((texte, requete) -> toutes.putIfAbsent((String) texte, (Requete) requete));
                    }
                }
            }
        }
        return toutes;
    }
}

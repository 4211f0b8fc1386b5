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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/**
 * The statements of ours that the tests of this JVM ran, each with the values of the first time; written to
 * {@code target/requetes/<build>} when the JVM ends, so that no build reads those of another. Those of the engine, of Flyway and of the tests themselves are left out.
 */
public final class RequetesVues implements QueryExecutionListener {

    private static final Path DOSSIER =
            Path.of("target", "requetes", System.getProperty("ptce.essai.construction", "sans-maven"));
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
                noter(requete);
            }
        }
    }

    /** The application may ask later what a test asks now, but not what the engine and Flyway ask. */
    private void noter(QueryInfo requete) {
        Optional<Class<?>> auteur = auteur();
        if (auteur.filter(RequetesVues::deNous).isEmpty()) {
            etrangeres.put(requete.getQuery(), true);
        } else if (!dEssai(auteur.get())) {
            vues.put(requete.getQuery(), new Requete(requete.getQuery(), valeurs(requete)));
        }
    }

    /** Who asks: the application, a test, the engine or Flyway. */
    private static Optional<Class<?>> auteur() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(appels -> appels.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(classe -> AUTRES.stream().anyMatch(classe.getName()::startsWith)
                                || (deNous(classe) && !classe.getPackage().equals(RequetesVues.class.getPackage())))
                        .findFirst());
    }

    private static boolean deNous(Class<?> classe) {
        return classe.getName().startsWith("fr.ptce.");
    }

    private static boolean dEssai(Class<?> classe) {
        return classe.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
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

package fr.ptce.libelles;

import fr.ptce.PtceApplication;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the enums of the application, and its constant maps from ids to labels, say in French. */
final class LibellesDuCode {

    /** Names of the fields of an enum that people read; the first one is told by the id alone. */
    private static final List<String> LUS = List.of("libelle", "titre", "libelleDuPorteur", "explication");

    /** Addresses, which nobody reads as labels. */
    private static final List<String> SANS_LIBELLE = List.of("portail.Liens CHEMINS");

    private final Map<String, String> enumerations = new TreeMap<>();
    private final Map<String, String> listes = new TreeMap<>();

    private LibellesDuCode() {}

    /** By enum and id; by enum and constant where there is no id. */
    static Map<String, String> desEnumerations() {
        return lire().enumerations;
    }

    /** By class, constant and id. */
    static Map<String, String> desListes() {
        return lire().listes;
    }

    private static LibellesDuCode lire() {
        LibellesDuCode libelles = new LibellesDuCode();
        try {
            Path racine = Path.of(PtceApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> fichiers = Files.walk(racine.resolve("fr/ptce"))) {
                fichiers.map(fichier -> racine.relativize(fichier).toString().replace('\\', '/'))
                        .filter(nom -> nom.endsWith(".class"))
                        .map(nom -> nom.replace(".class", "").replace('/', '.'))
                        .forEach(libelles::lire);
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("The classes of the application are not in a folder", e);
        }
        return libelles;
    }

    private void lire(String nom) {
        try {
            // Not initialized until one of its fields is read.
            Class<?> classe = Class.forName(nom, false, LibellesDuCode.class.getClassLoader());
            if (classe.isEnum()) {
                enumeration(classe);
            }
            for (Field champ : classe.getDeclaredFields()) {
                liste(classe, champ);
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(nom, e);
        }
    }

    private void enumeration(Class<?> classe) throws IllegalAccessException {
        for (Object constante : classe.getEnumConstants()) {
            String id = court(classe) + " " + lire(constante, "id").orElse(((Enum<?>) constante).name());
            String premier = null;
            for (String champ : LUS) {
                String libelle = lire(constante, champ).orElse(null);
                if (libelle != null && premier == null) {
                    premier = libelle;
                    enumerations.put(id, libelle);
                } else if (libelle != null && !libelle.equals(premier)) {
                    enumerations.put(id + " " + champ, libelle);
                }
            }
        }
    }

    private static Optional<String> lire(Object constante, String nom) throws IllegalAccessException {
        for (Field champ : ((Enum<?>) constante).getDeclaringClass().getDeclaredFields()) {
            if (champ.getName().equals(nom) && champ.getType() == String.class) {
                champ.setAccessible(true);
                return Optional.ofNullable((String) champ.get(constante));
            }
        }
        return Optional.empty();
    }

    private void liste(Class<?> classe, Field champ) throws IllegalAccessException {
        String nom = court(classe) + " " + champ.getName();
        if (Modifier.isStatic(champ.getModifiers())
                && "java.util.Map<java.lang.String, java.lang.String>"
                        .equals(champ.getGenericType().toString())
                && !SANS_LIBELLE.contains(nom)) {
            champ.setAccessible(true);
            ((Map<?, ?>) champ.get(null)).forEach((id, libelle) -> listes.put(nom + " " + id, (String) libelle));
        }
    }

    private static String court(Class<?> classe) {
        return classe.getName().replace("fr.ptce.", "").replace('$', '.');
    }
}

package fr.ptce.moteur;

import fr.ptce.PtceApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * What the compiled code of the application names, read without running it: the texts that a room writes, and those that
 * can be reached from a bean, without the names of columns that are read. A text with a hole, {@code "besoin_" + id}, is kept with a {@link #TROU}.
 */
public final class CodeCompile {

    /** Stands in a text for what is only known at run time. */
    public static final char TROU = '\u0001';

    private static final String CODE = "fr/ptce/";
    private static final String BEAN = "Lorg/springframework/context/annotation/Bean;";
    private static final List<String> COMPOSANTS = List.of(
            "Lorg/springframework/stereotype/Component;",
            "Lorg/springframework/stereotype/Service;",
            "Lorg/springframework/stereotype/Repository;");

    /** What a row is read by: the name of a column is no answer to a form. */
    private static final Set<String> LECTURES_DE_LA_BASE = Set.of("java/sql/ResultSet", "fr/ptce/base/Sql");

    private static final CodeCompile UNIQUE = new CodeCompile();

    /** A method, by class, name and descriptor. */
    private record Methode(String classe, String nom, String signature) {}

    private static final class Corps {
        private final Set<String> textes = new TreeSet<>();
        private final Set<Methode> appels = new HashSet<>();
    }

    private static final class Classe {
        private String parente;
        private final List<String> interfaces = new ArrayList<>();
        private final Map<String, String> constantes = new LinkedHashMap<>();
        private final Map<Methode, Corps> methodes = new LinkedHashMap<>();
    }

    private final Map<String, Classe> classes = new HashMap<>();
    private final Map<String, List<Methode>> beans = new HashMap<>();

    /** Read once. */
    public static CodeCompile deLApplication() {
        return UNIQUE;
    }

    private CodeCompile() {
        try (Stream<Path> fichiers = Files.walk(Path.of(PtceApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            for (Path fichier :
                    fichiers.filter(nom -> nom.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(fichier)).accept(new Lecteur(), ClassReader.SKIP_DEBUG);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the beans that classes and configurations declare. */
    public Set<String> beans() {
        return beans.keySet();
    }

    /** Every text in the code of a room. */
    public Set<String> textes(String piece) {
        return classes.entrySet().stream()
                .filter(classe -> classe.getKey().startsWith(CODE + piece + "/"))
                .flatMap(classe -> Stream.concat(
                        classe.getValue().constantes.values().stream(),
                        classe.getValue().methodes.values().stream().flatMap(corps -> corps.textes.stream())))
                .collect(Collectors.toSet());
    }

    /** Every text that some method uses, in the whole application. */
    public Set<String> textesUtilises() {
        return classes.values().stream()
                .flatMap(classe -> classe.methodes.values().stream())
                .flatMap(corps -> corps.textes.stream())
                .collect(Collectors.toSet());
    }

    /** The text constants of the contracts of all processes, those of {@code XProcess}, by {@code XProcess.NOM}. */
    public Map<String, String> contrats() {
        return contrats("");
    }

    /** Same, of one room. */
    public Map<String, String> contrats(String piece) {
        Map<String, String> constantes = new LinkedHashMap<>();
        classes.forEach((nom, classe) -> {
            String simple = nom.substring(nom.lastIndexOf('/') + 1);
            if (nom.startsWith(CODE + piece) && simple.split("\\$", -1)[0].endsWith("Process")) {
                classe.constantes.forEach((champ, valeur) -> constantes.put(simple + "." + champ, valeur));
            }
        });
        return constantes;
    }

    /** The texts of everything that the bean of this name may call; empty when there is no such bean. */
    public Set<String> atteintsDepuisLeBean(String nom) {
        return atteints(beans.getOrDefault(nom, List.of()));
    }

    /** The texts of everything that the classes which write this text may call. */
    public Set<String> atteintsDepuisCeuxQuiNomment(String texte) {
        return atteints(classes.values().stream()
                .filter(classe -> classe.constantes.containsValue(texte)
                        || classe.methodes.values().stream().anyMatch(corps -> corps.textes.contains(texte)))
                .flatMap(classe -> classe.methodes.keySet().stream())
                .toList());
    }

    /** Whether one of these texts is this one, or may be once its hole is filled. */
    public static boolean nomme(Collection<String> textes, String cherche) {
        return textes.contains(cherche)
                || textes.stream()
                        .filter(texte -> texte.indexOf(TROU) > 0)
                        .anyMatch(texte -> cherche.startsWith(texte.substring(0, texte.indexOf(TROU)))
                                && texte.matches("[a-z_]+" + TROU));
    }

    private Set<String> atteints(Collection<Methode> departs) {
        Set<String> textes = new TreeSet<>();
        Set<Methode> vues = new HashSet<>();
        Deque<Methode> restantes = new ArrayDeque<>(departs);
        while (!restantes.isEmpty()) {
            Methode methode = restantes.pop();
            if (vues.add(methode)) {
                Corps corps = classes.get(methode.classe).methodes.get(methode);
                textes.addAll(corps.textes);
                corps.appels.forEach(appel -> restantes.addAll(executees(appel)));
            }
        }
        return textes;
    }

    /** The methods that a call may run: that of the class or of a parent, and those of the classes that refine it. */
    private List<Methode> executees(Methode appel) {
        List<Methode> trouvees = new ArrayList<>();
        for (String classe = appel.classe; classes.containsKey(classe); classe = classes.get(classe).parente) {
            Methode candidate = new Methode(classe, appel.nom, appel.signature);
            if (classes.get(classe).methodes.containsKey(candidate)) {
                trouvees.add(candidate);
                break;
            }
        }
        classes.forEach((nom, classe) -> {
            Methode candidate = new Methode(nom, appel.nom, appel.signature);
            boolean raffine = appel.classe.equals(classe.parente) || classe.interfaces.contains(appel.classe);
            if (raffine && classe.methodes.containsKey(candidate)) {
                trouvees.add(candidate);
            }
        });
        return trouvees;
    }

    private final class Lecteur extends ClassVisitor {

        private String nom;
        private Classe classe;
        private boolean composant;

        Lecteur() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int acces, String nom, String signature, String parente, String[] interfacesDites) {
            this.nom = nom;
            this.classe = new Classe();
            classe.parente = parente;
            classe.interfaces.addAll(List.of(interfacesDites));
            classes.put(nom, classe);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            composant |= COMPOSANTS.contains(annotation);
            return null;
        }

        @Override
        public void visitEnd() {
            if (composant) {
                String simple = nom.substring(nom.lastIndexOf('/') + 1);
                beans.put(
                        Character.toLowerCase(simple.charAt(0)) + simple.substring(1),
                        List.copyOf(classe.methodes.keySet()));
            }
        }

        @Override
        public FieldVisitor visitField(int acces, String champ, String type, String signature, Object valeur) {
            if (valeur instanceof String texte) {
                classe.constantes.put(champ, texte);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int acces, String methode, String type, String signature, String[] erreurs) {
            Methode lue = new Methode(nom, methode, type);
            Corps corps = new Corps();
            classe.methodes.put(lue, corps);
            return new LecteurDeMethode(lue, corps);
        }
    }

    private final class LecteurDeMethode extends MethodVisitor {

        private final Methode methode;
        private final Corps corps;
        /** A text until it is known what it is given to. */
        private String enAttente;

        LecteurDeMethode(Methode methode, Corps corps) {
            super(Opcodes.ASM9);
            this.methode = methode;
            this.corps = corps;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            if (BEAN.equals(annotation)) {
                beans.computeIfAbsent(methode.nom, cle -> new ArrayList<>()).add(methode);
            }
            return null;
        }

        @Override
        public void visitLdcInsn(Object valeur) {
            if (valeur instanceof String texte) {
                retenir();
                enAttente = texte;
            }
        }

        @Override
        public void visitEnd() {
            retenir();
        }

        private void retenir() {
            if (enAttente != null) {
                corps.textes.add(enAttente);
            }
            enAttente = null;
        }

        @Override
        public void visitMethodInsn(int code, String cible, String appelee, String type, boolean interfaceVisee) {
            if (LECTURES_DE_LA_BASE.contains(cible)) {
                enAttente = null;
            }
            retenir();
            appeler(cible, appelee, type);
        }

        @Override
        public void visitFieldInsn(int code, String cible, String champ, String type) {
            if (code == Opcodes.GETSTATIC) {
                appeler(cible, "<clinit>", "()V");
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String appelee, String type, Handle amorce, Object... arguments) {
            retenir();
            for (Object argument : arguments) {
                if (argument instanceof Handle visee) {
                    appeler(visee.getOwner(), visee.getName(), visee.getDesc());
                } else if (argument instanceof String recette) {
                    corps.textes.add(recette);
                }
            }
        }

        private void appeler(String cible, String appelee, String type) {
            if (cible.startsWith(CODE)) {
                corps.appels.add(new Methode(cible, appelee, type));
            }
        }
    }
}

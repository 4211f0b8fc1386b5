package fr.ptce;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Which classes the mutation tests change (profile {@code mutation} of the build): each one of these rooms that decides
 * something without Spring, a database or the engine, so that plain tests can say all of it.
 */
class ClassesMuteesTest {

    private static final String[] PIECES = {
        "fr.ptce.accompagnement", "fr.ptce.annuaire", "fr.ptce.candidature", "fr.ptce.formulaire", "fr.ptce.relance"
    };
    private static final List<String> CADRES =
            List.of("org.springframework.", "java.sql.", "javax.sql.", "org.camunda.");
    private static final Set<String> METHODES_DU_COMPILATEUR =
            Set.of("equals", "hashCode", "toString", "values", "valueOf", "$values");

    @Test
    void chaqueClasseQuiDecideSansCadreEstMutee() throws Exception {
        Set<String> calculees = classes().stream()
                .filter(ClassesMuteesTest::sansCadre)
                .filter(ClassesMuteesTest::decideQuelqueChose)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> donnees = deLaConstruction();

        assertThat(difference(calculees, donnees))
                .as("classes that decide something without a framework, but are not in targetClasses of pom.xml")
                .isEmpty();
        assertThat(difference(donnees, calculees))
                .as("targetClasses of pom.xml that have a framework now, decide nothing or are gone")
                .isEmpty();
    }

    /** The other classes of these rooms, by name, each with the reason why it is not mutated. */
    static Map<String, String> exclues() {
        Map<String, String> exclues = new TreeMap<>();
        for (JavaClass classe : classes()) {
            if (!sansCadre(classe)) {
                exclues.put(classe.getName(), "uses Spring, JDBC or the engine");
            } else if (!decideQuelqueChose(classe)) {
                exclues.put(classe.getName(), "decides nothing");
            }
        }
        return exclues;
    }

    /** What they depend on is known by its name; to read it too would take long. */
    private static JavaClasses classes() {
        return ArchConfiguration.withThreadLocalScope(reglages -> {
            reglages.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(PIECES);
        });
    }

    private static boolean sansCadre(JavaClass classe) {
        return classe.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getName)
                .noneMatch(nom -> CADRES.stream().anyMatch(nom::startsWith));
    }

    /** Not so: records that only hold, enums that only name, constants, interfaces, exceptions that only say. */
    private static boolean decideQuelqueChose(JavaClass classe) {
        return classe.getMethods().stream().anyMatch(ClassesMuteesTest::aDuCode)
                || classe.getConstructors().stream().anyMatch(ClassesMuteesTest::appelleAutreChoseQueSonParent);
    }

    private static boolean aDuCode(JavaMethod methode) {
        boolean accesseur = methode.getRawParameterTypes().isEmpty()
                && methode.getOwner().tryGetField(methode.getName()).isPresent()
                && methode.getCallsFromSelf().isEmpty();
        return !accesseur
                && !methode.getModifiers().contains(JavaModifier.ABSTRACT)
                && !METHODES_DU_COMPILATEUR.contains(methode.getName());
    }

    private static boolean appelleAutreChoseQueSonParent(JavaConstructor constructeur) {
        JavaClass classe = constructeur.getOwner();
        return !constructeur.getMethodCallsFromSelf().isEmpty()
                || constructeur.getConstructorCallsFromSelf().stream()
                        .map(JavaConstructorCall::getTargetOwner)
                        .anyMatch(cible -> !cible.equals(classe)
                                && !classe.getRawSuperclass()
                                        .filter(cible::equals)
                                        .isPresent());
    }

    private static Set<String> difference(Set<String> classes, Set<String> autres) {
        Set<String> reste = new TreeSet<>(classes);
        reste.removeAll(autres);
        return reste;
    }

    private static Set<String> deLaConstruction() throws IOException, ParserConfigurationException, SAXException {
        NodeList cibles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName("targetClasses");
        assertThat(cibles.getLength()).as("lists of targetClasses in pom.xml").isOne();
        NodeList enfants = cibles.item(0).getChildNodes();
        return IntStream.range(0, enfants.getLength())
                .mapToObj(enfants::item)
                .map(noeud -> noeud.getTextContent().strip())
                .filter(not(String::isEmpty))
                .collect(Collectors.toSet());
    }
}

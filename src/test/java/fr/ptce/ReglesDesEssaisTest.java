package fr.ptce;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.ptce.moteur.TousLesChemins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;

/** What the tests themselves keep to, so that none is left out in silence. */
@AnalyzeClasses(packages = "fr.ptce", importOptions = ImportOption.OnlyIncludeTests.class)
class ReglesDesEssaisTest {

    private static final Pattern PROCESSUS = Pattern.compile("<bpmn:process id=\"([\\w-]+)\"");

    /** Maven runs those whose name ends in Test, and measurements when it is asked. */
    @ArchTest
    static final ArchRule CHAQUE_ESSAI_DE_L_APPLICATION_A_UN_NOM_QUE_MAVEN_LANCE = classes()
            .that()
            .areMetaAnnotatedWith(ApplicationDeTest.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveSimpleNameEndingWith("Test")
            .orShould()
            .haveSimpleNameStartingWith("Cout");

    @ArchTest
    static final ArchRule AUCUNE_CLASSE_N_EST_DESACTIVEE = noClasses().should().beAnnotatedWith(Disabled.class);

    @ArchTest
    static final ArchRule AUCUNE_METHODE_N_EST_DESACTIVEE = noMethods().should().beAnnotatedWith(Disabled.class);

    @ArchTest
    static void chaqueDiagrammeAUneClasseQuiEnParcourtTousLesChemins(JavaClasses essais) throws IOException {
        Set<String> parcourus = essais.stream()
                .filter(essai -> essai.isAnnotatedWith(TousLesChemins.class))
                .flatMap(essai -> Arrays.stream(
                        essai.getAnnotationOfType(TousLesChemins.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parcourus).isEqualTo(processus());
    }

    private static Set<String> processus() throws IOException {
        Set<String> processus = new TreeSet<>();
        try (Stream<Path> fichiers = Files.walk(Path.of("bpmn"))) {
            for (Path diagramme : fichiers.filter(fichier -> fichier.toString().endsWith(".bpmn"))
                    .toList()) {
                PROCESSUS
                        .matcher(Files.readString(diagramme))
                        .results()
                        .forEach(trouve -> processus.add(trouve.group(1)));
            }
        }
        return processus;
    }
}

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
import fr.ptce.moteur.Modeles;
import fr.ptce.moteur.TousLesChemins;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Disabled;

/** What the tests themselves keep to, so that none is left out in silence. */
@AnalyzeClasses(packages = "fr.ptce", importOptions = ImportOption.OnlyIncludeTests.class)
class ReglesDesEssaisTest {

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
    static void chaqueDiagrammeAUneClasseQuiEnParcourtTousLesChemins(JavaClasses essais) {
        Set<String> parcourus = essais.stream()
                .filter(essai -> essai.isAnnotatedWith(TousLesChemins.class))
                .flatMap(essai -> Arrays.stream(
                        essai.getAnnotationOfType(TousLesChemins.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parcourus).isEqualTo(processus());
    }

    private static Set<String> processus() {
        return Modeles.diagrammes().stream()
                .flatMap(diagramme -> diagramme.modele().getModelElementsByType(Process.class).stream())
                .map(Process::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

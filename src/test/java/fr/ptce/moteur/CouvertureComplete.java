package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Makes {@link TousLesChemins} true. */
class CouvertureComplete implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace ICI = ExtensionContext.Namespace.create(CouvertureComplete.class);

    /** Which tests of a class have passed; one that failed before its own code never comes here. */
    static final class Decompte {

        private final Set<Method> reussis = new HashSet<>();
        private final Set<Method> echoues = new HashSet<>();

        void noter(Method test, boolean reussi) {
            (reussi ? reussis : echoues).add(test);
        }

        /** The tests of the class, its own and those that it inherits, that did not run or did not pass. */
        List<String> manquants(Class<?> classe) {
            return AnnotationSupport.findAnnotatedMethods(classe, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                    .stream()
                    .filter(test -> !reussis.contains(test) || echoues.contains(test))
                    .map(Method::getName)
                    .toList();
        }
    }

    @Override
    public void beforeAll(ExtensionContext contexte) {
        contexte.getStore(ICI).put(Decompte.class, new Decompte());
        CouvertureDesChemins.recommencer();
    }

    @Override
    public void afterTestExecution(ExtensionContext contexte) {
        decompte(contexte)
                .noter(
                        contexte.getRequiredTestMethod(),
                        contexte.getExecutionException().isEmpty());
    }

    @Override
    public void afterAll(ExtensionContext contexte) {
        Class<?> classe = contexte.getRequiredTestClass();
        List<String> manquants = decompte(contexte).manquants(classe);
        if (!manquants.isEmpty()) {
            System.out.printf("Coverage of %s not checked without %s%n", classe.getSimpleName(), manquants);
            return;
        }
        assertThat(oublies(classe.getAnnotation(TousLesChemins.class)))
                .as("paths that no test of %s takes", classe.getSimpleName())
                .isEmpty();
    }

    private static List<String> oublies(TousLesChemins demande) {
        List<String> oublies = new ArrayList<>();
        Set<String> ailleurs = Set.of(demande.sauf());
        for (String processus : demande.value()) {
            oublies.addAll(CouvertureDesChemins.cheminsNonParcourus(processus).stream()
                    .filter(flux -> !ailleurs.contains(flux))
                    .map(flux -> processus + " : " + CouvertureDesChemins.enClair(processus, flux))
                    .toList());
        }
        return oublies;
    }

    private static Decompte decompte(ExtensionContext contexte) {
        return contexte.getStore(ICI).get(Decompte.class, Decompte.class);
    }
}

package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouvertureCompleteTest {

    private static class Heritee {
        @Test
        void herite() {}
    }

    /** Only its declarations are read. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private static final class Classe extends Heritee {
        @Test
        void simple() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void repete(int fois) {}

        void aide() {}
    }

    private final CouvertureComplete.Decompte decompte = new CouvertureComplete.Decompte();

    @Test
    void ilNeManqueRienQuandTousLesTestsOntReussi() {
        noter(Heritee.class, "herite", true);
        noter(Classe.class, "simple", true);
        noter(Classe.class, "repete", true);
        noter(Classe.class, "repete", true);
        assertThat(decompte.manquants(Classe.class)).isEmpty();
    }

    @Test
    void unTestFiltreManque() {
        noter(Classe.class, "simple", true);
        assertThat(decompte.manquants(Classe.class)).containsExactlyInAnyOrder("herite", "repete");
    }

    @Test
    void unTestQuiEchoueUneFoisManque() {
        noter(Heritee.class, "herite", true);
        noter(Classe.class, "simple", true);
        noter(Classe.class, "repete", false);
        noter(Classe.class, "repete", true);
        assertThat(decompte.manquants(Classe.class)).containsExactly("repete");
    }

    @Test
    void unCheminOublieSeLitCommeDansLeDiagramme() {
        CouvertureDesChemins.recommencer();
        assertThat(CouvertureDesChemins.cheminsNonParcourus("cloture-des-chiffres"))
                .first()
                .satisfies(flux -> assertThat(CouvertureDesChemins.enClair("cloture-des-chiffres", flux))
                        .startsWith("flow_")
                        .contains("« ")
                        .contains(" → "));
    }

    @Test
    void unProcessusSansDiagrammeEstRefuse() {
        assertThatThrownBy(() -> CouvertureDesChemins.cheminsNonParcourus("candidatures"))
                .hasMessageContaining("candidatures");
    }

    private void noter(Class<?> classe, String nom, boolean reussi) {
        Method test = Arrays.stream(classe.getDeclaredMethods())
                .filter(methode -> methode.getName().equals(nom))
                .findFirst()
                .orElseThrow();
        decompte.noter(test, reussi);
    }
}

package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.pilotage.ClassesDeValeurs.Classe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassesDeValeursTest {

    @Test
    void sansNombreIlNYAPasDeClasse() {
        ClassesDeValeurs classes = ClassesDeValeurs.de(Arrays.asList(0, null));

        assertThat(classes.classes()).isEmpty();
        assertThat(classes.teinte(0)).isZero();
        assertThat(classes.teinte(null)).isZero();
    }

    @Test
    void unSeulNombreEstDansLaTeinteMoyenne() {
        ClassesDeValeurs classes = ClassesDeValeurs.de(List.of(4, 4, 0));

        assertThat(classes.classes()).containsExactly(new Classe(3, 4, 4));
        assertThat(classes.classes()).extracting(Classe::libelle).containsExactly("4\u00a0dossiers");
    }

    @Test
    void peuDeNombresOntDesTeintesEloignees() {
        ClassesDeValeurs classes = ClassesDeValeurs.de(List.of(1, 2, 9));

        assertThat(classes.classes()).containsExactly(new Classe(1, 1, 1), new Classe(3, 2, 2), new Classe(5, 9, 9));
        assertThat(classes.classes())
                .extracting(Classe::libelle)
                .containsExactly("1\u00a0dossier", "2\u00a0dossiers", "9\u00a0dossiers");
    }

    @Test
    void unTresGrandNombreNePalitPasLesAutres() {
        ClassesDeValeurs classes = ClassesDeValeurs.de(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000, 3, 3));

        assertThat(classes.classes())
                .extracting(Classe::libelle)
                .containsExactly(
                        "de 1 à 2\u00a0dossiers",
                        "de 3 à 4\u00a0dossiers",
                        "de 5 à 6\u00a0dossiers",
                        "de 7 à 8\u00a0dossiers",
                        "de 9 à 1\u202f000\u00a0dossiers");
        assertThat(List.of(1, 3, 6, 7, 1000)).extracting(classes::teinte).containsExactly(1, 2, 3, 4, 5);
    }
}

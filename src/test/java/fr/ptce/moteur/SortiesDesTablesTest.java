package fr.ptce.moteur;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.moteur.SortiesDesTables.Sortie;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortiesDesTablesTest {

    private final Sortie choix = Sortie.parmi("table", "suite", List.of("oui", "non"));

    @ParameterizedTest
    @ValueSource(strings = {"oui", "non"})
    void uneValeurDeLaListeEstComprise(String valeur) {
        assertThatCode(() -> choix.exiger(valeur)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Oui", "oui "})
    void touteAutreEstRefuseeAvecCeQuiEtaitAttendu(String valeur) {
        assertThatThrownBy(() -> choix.exiger(valeur))
                .isInstanceOf(SortieInconnue.class)
                .hasMessage("La table de décision «\u00a0table\u00a0» a répondu «\u00a0" + valeur
                        + "\u00a0» (sortie suite)\u00a0; attendu\u00a0: non, oui.");
    }

    @Test
    void unTexteNEstPasVide() {
        Sortie texte = Sortie.texte("table", "manque");
        assertThatCode(() -> texte.exiger("un partenaire")).doesNotThrowAnyException();
        assertThatThrownBy(() -> texte.exiger(" ")).isInstanceOf(SortieInconnue.class);
        assertThatThrownBy(() -> texte.exiger(null)).isInstanceOf(SortieInconnue.class);
    }

    static List<Object> quiNeSontPasEntiers() {
        return Arrays.asList(null, "3", 2.5);
    }

    @ParameterizedTest
    @MethodSource("quiNeSontPasEntiers")
    void desPointsSontEntiers(Object valeur) {
        Sortie points = Sortie.entier("table", "points");
        assertThatCode(() -> points.exiger(3)).doesNotThrowAnyException();
        assertThatThrownBy(() -> points.exiger(valeur)).isInstanceOf(SortieInconnue.class);
    }
}

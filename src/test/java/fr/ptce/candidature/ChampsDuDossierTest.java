package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChampsDuDossierTest {

    private static ChampsDuDossier champ(Object valeur) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("c", valeur);
        return ChampsDuDossier.de(champs);
    }

    @ParameterizedTest
    @CsvSource({", ", "'', ", "'  ', ", "' Pôle ', Pôle"})
    void unTexteEstSansBlancsAutourEtUnTexteBlancEstAbsent(String saisi, String lu) {
        assertThat(champ(saisi).texte("c")).isEqualTo(lu);
    }

    static Stream<Arguments> nombres() {
        return Stream.of(Arguments.of(3, 3), Arguments.of(3.0, 3), Arguments.of(" 12 ", 12), Arguments.of("", null));
    }

    @ParameterizedTest
    @MethodSource("nombres")
    void unEntierArriveEnNombreOuEnTexte(Object saisi, Integer lu) {
        assertThat(champ(saisi).entier("c")).isEqualTo(lu);
    }

    @Test
    void unEntierAbsentEstNul() {
        assertThat(champ(null).entier("c")).isNull();
        assertThat(champ(1).entier("autre")).isNull();
    }

    @Test
    void seuleUneCaseCocheeEstVraie() {
        assertThat(champ(true).vrai("c")).isTrue();
        assertThat(champ(false).vrai("c")).isFalse();
        assertThat(champ("true").vrai("c")).isFalse();
        assertThat(champ(null).vrai("c")).isFalse();
    }

    static Stream<Arguments> listes() {
        return Stream.of(
                Arguments.of(List.of("culture", " emploi "), "culture,emploi"),
                Arguments.of("[\"culture\",\"emploi\"]", "culture,emploi"),
                Arguments.of("culture, emploi", "culture,emploi"),
                Arguments.of("culture", "culture"),
                Arguments.of(List.of(), null),
                Arguments.of("[]", null),
                Arguments.of("  ", null));
    }

    @ParameterizedTest
    @MethodSource("listes")
    void lesCasesCocheesSeJoignentDOuQuEllesViennent(Object saisies, String jointes) {
        assertThat(champ(saisies).liste("c")).isEqualTo(jointes);
    }

    @Test
    void aucuneCaseNeDonneRienEtUneListeIllisibleEstRefusee() {
        assertThat(champ(null).liste("c")).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> champ("[culture").liste("c"))
                .withMessageContaining("[culture");
    }

    @Test
    void lesChampsSontUneCopie() {
        Map<String, Object> saisie = new HashMap<>(Map.of("c", "avant"));
        ChampsDuDossier champs = ChampsDuDossier.de(saisie);

        saisie.put("c", "après");

        assertThat(champs.texte("c")).isEqualTo("avant");
    }
}

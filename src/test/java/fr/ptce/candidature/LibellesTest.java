package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibellesTest {

    private static final Map<String, UnaryOperator<String>> LISTES = Map.of(
            "categorie", Libelles::categorie,
            "decision", Libelles::decision,
            "recommandation", Libelles::recommandation,
            "stade", Libelles::stade,
            "structure", Libelles::typeStructure);

    @ParameterizedTest
    @CsvSource({
        "categorie, operationnel, PTCE opérationnel",
        "categorie, manifestation, Manifestation d’intérêt",
        "decision, retenu-projet, Retenu comme pôle en projet",
        "recommandation, ecarter, Écarter",
        "stade, idee, Manifestation d’intérêt",
        "stade, projet, En projet",
        "structure, association, Association"
    })
    void chaqueIdentifiantSeLitEnFrancais(String liste, String id, String libelle) {
        assertThat(LISTES.get(liste).apply(id)).isEqualTo(libelle);
    }

    @Test
    void unIdentifiantAbsentOuInconnuNEstPasPrecise() {
        assertThat(Stream.of(null, "", "inconnu")
                        .flatMap(id -> LISTES.values().stream().map(liste -> liste.apply(id))))
                .containsOnly("non précisé");
    }

    @Test
    void lesChoixVontDuPlusFavorableAuMoinsFavorable() {
        assertThat(Libelles.listeDesCategories())
                .containsExactly(
                        Map.entry("operationnel", "PTCE opérationnel"),
                        Map.entry("en-projet", "PTCE en projet"),
                        Map.entry("manifestation", "Manifestation d’intérêt"));
        assertThat(Libelles.listeDesDecisions())
                .containsExactly(
                        Map.entry("retenu-operationnel", "Retenu comme pôle opérationnel"),
                        Map.entry("retenu-projet", "Retenu comme pôle en projet"),
                        Map.entry("non-retenu", "Non retenu"));
        assertThat(Libelles.categories()).isEqualTo(Libelles.listeDesCategories());
    }
}

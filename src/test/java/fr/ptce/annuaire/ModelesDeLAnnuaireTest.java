package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelesDeLAnnuaireTest {

    @Test
    void unGroupeEstPartoutQuandSesTerritoiresSontTous() {
        assertThat(new Groupe("pilotes-FR", "Pilotes", "pilotes-national", Set.of("*")).partout())
                .isTrue();
        assertThat(new Groupe("pilotes-53", "Pilotes", "pilotes-region", Set.of("53")).partout())
                .isFalse();
        assertThat(new Groupe("pilotes", "Pilotes", "commun", Set.of()).partout())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1970, 2015, 1969, false",
        "1970, 2015, 1970, true",
        "1970, 2015, 2015, true",
        "1970, 2015, 2016, false",
        "2016, , 2015, false",
        "2016, , 2016, true",
        "2016, , 2100, true"
    })
    void uneRegionExisteDeSaPremiereASaDerniereAnnee(int depuis, Integer jusqua, int annee, boolean existe) {
        assertThat(new Region("25", "Basse-Normandie", "region", depuis, jusqua, null, Set.of()).existeEn(annee))
                .isEqualTo(existe);
    }

    @ParameterizedTest
    @CsvSource({", false", "'', false", "'  ', false", "camille@tisserands.example, true"})
    void uneInitiativeSansCourrielNAPasDAdresse(String courriel, boolean adresse) {
        assertThat(initiative(courriel, null).aUneAdresse()).isEqualTo(adresse);
    }

    @Test
    void uneInitiativeEstRetireeDesQuUnMomentLeDit() {
        assertThat(initiative(null, null).retiree()).isFalse();
        assertThat(initiative(null, Instant.parse("2026-06-03T08:00:00Z")).retiree())
                .isTrue();
    }

    @Test
    void unGenreDePublicationSeTrouveParSonIdentifiantEtSeLitEnFrancais() {
        assertThat(GenreDePublication.de("monographie")).isEqualTo(GenreDePublication.MONOGRAPHIE);
        assertThat(GenreDePublication.de("analyse").libelle()).isEqualTo("Analyse transversale");
        assertThat(GenreDePublication.MONOGRAPHIE.libelle()).isEqualTo("Monographie");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenreDePublication.de("roman"))
                .withMessageContaining("roman");
    }

    private static Initiative initiative(String courriel, Instant retireeLe) {
        return new Initiative(
                "PTCE-0042",
                "PTCE-2026",
                "Pôle du Trégor",
                "53",
                List.of(),
                "en-projet",
                "Camille Exemple",
                courriel,
                null,
                retireeLe);
    }
}

package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {

    private final Regions regions = new Regions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ile de France | 11",
                "ILE-DE-FRANCE | 11",
                "Île-de-France | 11",
                "région d’Île de France | 11",
                "idf | 11",
                "PACA | 93",
                "Provence Alpes Côte d'Azur | 93",
                "Provence-Alpes-Côte d’Azur | 93",
                "NPDC | 31",
                "Nord Pas-de-Calais | 31",
                "Nord-Pas de Calais | 31",
                "Centre | 24",
                "Centre-Val de Loire | 24",
                "Pays-de-la-Loire | 52",
                "pays de la loire | 52",
                "Les Pays de la Loire | 52",
                "Franche Comte | 43",
                "Rhône  Alpes | 82",
                "Auvergne - Rhône - Alpes | 84",
                "Région Bretagne | 53",
                "la Reunion | 04",
                "Réunion | 04",
                "national | FR"
            })
    void uneRegionEstReconnueQuelleQueSoitSonEcriture(String saisie, String code) {
        assertThat(regions.reconnaitre(saisie).map(Region::code)).contains(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-", "Bavière", "53", "région"})
    void ceQuiNeNommeAucuneRegionNEstPasReconnu(String saisie) {
        assertThat(regions.reconnaitre(saisie)).isEmpty();
    }

    @Test
    void chaqueNomEtChaqueVarianteDuFichierSontReconnus() {
        assertThat(regions.toutes()).hasSize(35).allSatisfy(region -> {
            assertThat(regions.reconnaitre(region.nom())).contains(region);
            assertThat(region.variantes()).allSatisfy(variante -> assertThat(regions.reconnaitre(variante))
                    .contains(region));
        });
    }

    @Test
    void leDecoupageDe2012A22RegionsEtCeluiDe2016EnA13() {
        assertThat(regions.decoupage(2012))
                .filteredOn(region -> region.type().equals("region"))
                .hasSize(22);
        assertThat(regions.decoupage(2016))
                .filteredOn(region -> region.type().equals("region"))
                .hasSize(13);
        assertThat(regions.decoupage(2016))
                .hasSize(19)
                .last()
                .extracting(Region::code)
                .isEqualTo("FR");
    }

    @Test
    void unDecoupageEstTrieDansLOrdreAlphabetiqueFrancais() {
        assertThat(regions.decoupage(2012))
                .extracting(Region::nom)
                .containsSubsequence("Haute-Normandie", "Île-de-France", "Languedoc-Roussillon", "Guadeloupe");
    }

    @Test
    void uneAncienneRegionMeneALaRegionActuelle() {
        assertThat(regions.actuelle(regions.parCode("82")).nom()).isEqualTo("Auvergne-Rhône-Alpes");
        assertThat(regions.actuelle(regions.parCode("53")).nom()).isEqualTo("Bretagne");
    }

    @Test
    void lesNomsSEcriventAvecLApostropheTypographique() {
        assertThat(regions.parCode("93").nom()).isEqualTo("Provence-Alpes-Côte d’Azur");
    }

    @Test
    void unCodeInconnuEstRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regions.parCode("99"))
                .withMessageContaining("99");
        assertThat(regions.existe("99")).isFalse();
        assertThat(regions.existe(null)).isFalse();
    }
}

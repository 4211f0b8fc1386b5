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
    void recognises_a_region_however_it_is_written(String saisie, String code) {
        assertThat(regions.reconnaitre(saisie).map(Region::code)).contains(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-", "Bavière", "53", "région"})
    void recognises_nothing_in_what_names_no_region(String saisie) {
        assertThat(regions.reconnaitre(saisie)).isEmpty();
    }

    @Test
    void recognises_every_name_and_every_variant_of_its_own_file() {
        assertThat(regions.toutes()).hasSize(35).allSatisfy(region -> {
            assertThat(regions.reconnaitre(region.nom())).contains(region);
            assertThat(region.variantes()).allSatisfy(variante -> assertThat(regions.reconnaitre(variante))
                    .contains(region));
        });
    }

    @Test
    void the_map_of_2012_has_22_regions_and_that_of_2016_has_13() {
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
    void a_map_is_sorted_as_a_french_reader_expects() {
        assertThat(regions.decoupage(2012))
                .extracting(Region::nom)
                .containsSubsequence("Haute-Normandie", "Île-de-France", "Languedoc-Roussillon", "Guadeloupe");
    }

    @Test
    void a_former_region_leads_to_the_present_one() {
        assertThat(regions.actuelle(regions.parCode("82")).nom()).isEqualTo("Auvergne-Rhône-Alpes");
        assertThat(regions.actuelle(regions.parCode("53")).nom()).isEqualTo("Bretagne");
    }

    @Test
    void names_are_shown_with_the_typographic_apostrophe() {
        assertThat(regions.parCode("93").nom()).isEqualTo("Provence-Alpes-Côte d’Azur");
    }

    @Test
    void an_unknown_code_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regions.parCode("99"))
                .withMessageContaining("99");
        assertThat(regions.existe("99")).isFalse();
        assertThat(regions.existe(null)).isFalse();
    }
}

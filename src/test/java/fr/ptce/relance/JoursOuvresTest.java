package fr.ptce.relance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoursOuvresTest {

    private final JoursOuvres jours = a("2026-11-23T09:00:00Z");

    private static JoursOuvres a(String instant) {
        return new JoursOuvres(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-07-14",
        "2026-11-11",
        "2026-12-25",
        "2012-04-09",
        "2012-05-28"
    })
    void unJourFerieNEstOuvreNullePart(LocalDate ferie) {
        assertThat(jours.ouvre(ferie, null)).isFalse();
        assertThat(jours.ouvre(ferie, "53")).isFalse();
        assertThat(jours.ouvre(ferie, "42")).isFalse();
        assertThat(jours.ouvre(ferie, "04")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "42, 2026-04-03",
        "41, 2026-04-03",
        "42, 2025-12-26",
        "41, 2025-12-26",
        "01, 2026-05-27",
        "02, 2026-05-22",
        "03, 2026-06-10",
        "04, 2027-12-20",
        "06, 2026-04-27"
    })
    void lesFeriesPropresAUneRegionSontOuvresAilleurs(String region, LocalDate ferie) {
        assertThat(jours.ouvre(ferie, region)).isFalse();
        assertThat(jours.ouvre(ferie, "53")).isTrue();
        assertThat(jours.ouvre(ferie, "FR")).isTrue();
        assertThat(jours.ouvre(ferie, "")).isTrue();
        assertThat(jours.ouvre(ferie, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // Thursday + 1 = Friday; Friday + 1 = Monday
        "2026-11-19, 1, 53, 2026-11-20",
        "2026-11-20, 1, 53, 2026-11-23",
        // Easter Monday is skipped, and Good Friday too in Alsace
        "2026-04-02, 2, 53, 2026-04-07",
        "2026-04-02, 2, 42, 2026-04-08",
        // the bridge of Ascension: Thursday off, Friday worked
        "2026-05-13, 1, 53, 2026-05-15",
        "2026-05-13, 2, 53, 2026-05-18",
        // 14 July in the middle of a week, 1 January at the end of a year
        "2026-07-13, 1, 53, 2026-07-15",
        "2026-12-31, 1, 53, 2027-01-04",
        "2026-11-23, 15, 53, 2026-12-14"
    })
    void seulsLesJoursOuvresSontComptes(LocalDate depart, int nombre, String region, LocalDate attendu) {
        assertThat(jours.ajouter(depart, nombre, region)).isEqualTo(attendu);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 1, 53, 2026-11-26",
        "2026-11-23, 1, 53, 2026-11-20",
        "2026-11-22, 1, 53, 2026-11-20",
        "2026-11-27, 5, 53, 2026-11-20",
        // Easter Monday is skipped, and Good Friday too in Alsace
        "2026-04-07, 1, 53, 2026-04-03",
        "2026-04-07, 1, 42, 2026-04-02",
        "2026-05-21, 5, 53, 2026-05-13"
    })
    void seulsLesJoursOuvresSontComptesEnArriere(LocalDate depart, int nombre, String region, LocalDate attendu) {
        assertThat(jours.retrancher(depart, nombre, region)).isEqualTo(attendu);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void unNombreDeJoursNulOuNegatifNeSeRetranchePas(int nombre) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jours.retrancher(LocalDate.of(2026, 11, 23), nombre, "53"));
    }

    @Test
    void zeroJourDonneAujourdhuiOuLeProchainJourOuvre() {
        assertThat(jours.ajouter(LocalDate.of(2026, 11, 23), 0, "53")).isEqualTo("2026-11-23");
        assertThat(jours.ajouter(LocalDate.of(2026, 11, 21), 0, "53")).isEqualTo("2026-11-23");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void unNombreDeJoursNegatifEstRefuse(int nombre) {
        assertThatIllegalArgumentException().isThrownBy(() -> jours.ajouter(LocalDate.of(2026, 11, 23), nombre, "53"));
        assertThatIllegalArgumentException().isThrownBy(() -> jours.echeance(nombre, "53"));
    }

    @Test
    void uneEcheanceEstLaFinDeJourneeAParisEnHiverCommeEnEte() {
        assertThat(a("2026-11-23T09:00:00Z").echeance(1, "53")).isEqualTo("2026-11-24T17:00:00.000Z");
        assertThat(a("2026-07-15T09:00:00Z").echeance(1, "53")).isEqualTo("2026-07-16T16:00:00.000Z");
    }

    @Test
    void aujourdhuiEstLeJourQuIlEstAParis() {
        assertThat(a("2026-11-23T23:30:00Z").echeance(0, null)).isEqualTo("2026-11-24T17:00:00.000Z");
    }
}

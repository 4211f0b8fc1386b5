package fr.ptce.formulaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreneauTest {

    private static final Instant MAINTENANT = Instant.parse("2026-03-02T08:00:00Z");

    private static Creneau lire(String jour, String debut, String fin) {
        return Creneau.lire(new ValeursLues(Map.of("jour", jour, "heure_debut", debut, "heure_fin", fin)), MAINTENANT);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 9h30, 12:00, 2026-03-03T08:30:00Z, 2026-03-03T11:00:00Z",
        "2026-07-03, 09H30, 12h00, 2026-07-03T07:30:00Z, 2026-07-03T10:00:00Z",
        "2026-03-02, 09:01, 09:02, 2026-03-02T08:01:00Z, 2026-03-02T08:02:00Z"
    })
    void unCreneauEstEnHeureDeParisQuelleQueSoitLEcriture(
            String jour, String debut, String fin, Instant attendu, Instant jusqua) {
        assertThat(lire(jour, debut, fin)).isEqualTo(new Creneau(attendu, jusqua));
    }

    @ParameterizedTest
    @CsvSource({"10:00, 10:00", "10:00, 09:59"})
    void laFinSuitLeDebut(String debut, String fin) {
        assertThatExceptionOfType(SoumissionRefusee.class)
                .isThrownBy(() -> lire("2026-03-03", debut, fin))
                .satisfies(refus -> assertThat(refus.erreurs())
                        .containsExactly(
                                new ErreurDeChamp("heure_fin", "Heure de fin", "La fin doit suivre le début.")));
    }

    @Test
    void leDebutEstAVenir() {
        assertThatExceptionOfType(SoumissionRefusee.class)
                .isThrownBy(() -> lire("2026-03-02", "09:00", "12:00"))
                .satisfies(refus -> assertThat(refus.erreurs())
                        .containsExactly(
                                new ErreurDeChamp("jour", "Jour", "Choisissez un jour et une heure à venir.")));
    }
}

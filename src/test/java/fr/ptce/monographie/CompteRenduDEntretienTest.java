package fr.ptce.monographie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.base.HeureDeParis;
import fr.ptce.relance.CalendrierDEssai;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The due date of {@code userTask_rendreCompteEntretien}, which the code computes: {@code ${compteRenduAvant}}. */
class CompteRenduDEntretienTest {

    private static final String MAINTENANT = "2026-01-05T09:00:00Z";

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-19, 53, 2026-11-26T18:00, five working days after",
        "2026-04-02, 53, 2026-04-10T18:00, Easter Monday is no working day",
        "2026-04-02, 42, 2026-04-13T18:00, nor Good Friday in Alsace"
    })
    void leCompteRenduEstAttenduCinqJoursOuvresApres(String jour, String region, LocalDateTime attendu, String cas) {
        var conduite = new ConduiteDesEntretiens(
                null, null, CalendrierDEssai.le(MAINTENANT), CalendrierDEssai.horloge(MAINTENANT));

        assertThat(conduite.compteRenduAvant(entretien(jour), region))
                .as(cas)
                .isEqualTo(attendu.atZone(HeureDeParis.ZONE).toInstant());
    }

    private static Entretien entretien(String jour) {
        Instant debut = Instant.parse(jour + "T08:00:00Z");
        return new Entretien(
                1,
                1,
                "Camille Exemple",
                "présidente",
                "camille@pole.example",
                EtatDEntretien.ACCEPTE,
                null,
                debut,
                debut.plusSeconds(5400),
                "Lannion",
                null,
                0,
                null,
                null,
                null,
                0);
    }
}

package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The dates of {@code campagne.bpmn}, which the code computes. */
class DatesDeCampagneTest {

    @Test
    void lesBrouillonsSontRappelesQuaranteHuitHeuresAvantLaFermeture() {
        Campagne campagne = new Campagne(
                7,
                "PTCE-2026",
                "Appel de 2026",
                Instant.parse("2026-01-05T08:00:00Z"),
                Instant.parse("2026-03-31T16:00:00Z"),
                2016,
                2);

        assertThat(CampagneProcess.variables(campagne))
                .containsEntry(
                        CampagneProcess.RAPPEL_DES_BROUILLONS_LE, Date.from(Instant.parse("2026-03-29T16:00:00Z")))
                .containsEntry(CampagneProcess.FERMETURE, Date.from(campagne.fermeture()))
                .containsEntry(CampagneProcess.CAMPAGNE, 7L);
    }
}

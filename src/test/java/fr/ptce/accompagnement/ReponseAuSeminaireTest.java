package fr.ptce.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.base.HeureDeParis;
import fr.ptce.relance.CalendrierDEssai;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The due date of {@code userTask_repondreInvitation}, which the code computes: {@code ${reponseAvant}}. */
class ReponseAuSeminaireTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-26, 53, 2026-11-19T18:00, five working days before",
        "2026-11-30, 53, 2026-11-23T18:00, from a Monday to a Monday",
        "2026-05-21, 53, 2026-05-13T18:00, not on Ascension Day",
        "2026-04-09, 53, 2026-04-01T18:00, Easter Monday is no working day",
        "2026-04-09, 42, 2026-03-31T18:00, nor Good Friday in Alsace",
        "2026-04-09, FR, 2026-04-01T18:00, the inter-regional one follows the whole country"
    })
    void laReponseEstAttendueCinqJoursOuvresAvant(String jour, String region, LocalDateTime attendue, String cas) {
        assertThat(a("2026-01-05T09:00:00Z").reponseAvant(seminaire(jour, region)))
                .as(cas)
                .isEqualTo(attendue.atZone(HeureDeParis.ZONE).toInstant());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-11-24T09:00:00Z, 2026-11-25T18:00, tomorrow when the seminar is near",
        "2026-11-20T09:00:00Z, 2026-11-23T18:00, Monday on a Friday"
    })
    void maisJamaisAvantLeJourOuvreQuiVient(String maintenant, LocalDateTime attendue, String cas) {
        assertThat(a(maintenant).reponseAvant(seminaire("2026-11-27", "53")))
                .as(cas)
                .isEqualTo(attendue.atZone(HeureDeParis.ZONE).toInstant());
    }

    private static ConduiteDuSeminaire a(String maintenant) {
        return new ConduiteDuSeminaire(
                null, null, null, CalendrierDEssai.le(maintenant), CalendrierDEssai.horloge(maintenant));
    }

    private static Seminaire seminaire(String jour, String region) {
        Instant debut = Instant.parse(jour + "T13:00:00Z");
        return new Seminaire(
                1,
                region,
                2026,
                1,
                EtatDuSeminaire.A_FIXER,
                null,
                "Coopérer",
                debut,
                debut.plusSeconds(7200),
                "Rennes",
                "Programme",
                0,
                null,
                null,
                null,
                null);
    }
}

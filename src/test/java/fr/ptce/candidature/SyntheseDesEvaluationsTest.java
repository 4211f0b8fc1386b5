package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheseDesEvaluationsTest {

    @Test
    void sansAvisRenduTousLesNombresSontNuls() {
        assertThat(SyntheseDesEvaluations.de(List.of(DossiersDEssai.demandee(1, "anne"))))
                .isEqualTo(new SyntheseDesEvaluations(0, 0, 0, false, 0, 0));
    }

    @Test
    void laMoyenneEtLEcartVontAuCentiemeEtIgnorentLAvisAttendu() {
        assertThat(SyntheseDesEvaluations.de(List.of(
                        DossiersDEssai.rendue(1, "anne", "retenir", 5, 5, 4),
                        DossiersDEssai.rendue(2, "basile", "reserves", 3, 3, 2),
                        DossiersDEssai.demandee(3, "carole"))))
                .isEqualTo(new SyntheseDesEvaluations(2, 3.67, 2, false, 0, 2));
        assertThat(SyntheseDesEvaluations.de(List.of(
                                DossiersDEssai.rendue(1, "anne", "retenir", 5, 5, 4),
                                DossiersDEssai.rendue(2, "basile", "reserves", 4, 4, 5)))
                        .ecart())
                .as("14/3 - 13/3")
                .isEqualTo(0.33);
    }

    @ParameterizedTest
    @CsvSource({
        "retenir, ecarter, true, 1, 1",
        "reserves, ecarter, false, 1, 1",
        "retenir, reserves, false, 0, 2",
        "ecarter, ecarter, false, 2, 0",
        "retenir, retenir, false, 0, 2"
    })
    void deuxAvisNeSOpposentQueQuandLUnRetientEtLAutreEcarte(
            String un, String autre, boolean opposees, int ecarter, int favorables) {
        SyntheseDesEvaluations synthese = SyntheseDesEvaluations.de(List.of(
                DossiersDEssai.rendue(1, "anne", un, 3, 3, 3), DossiersDEssai.rendue(2, "basile", autre, 3, 3, 3)));

        assertThat(synthese.opposees()).isEqualTo(opposees);
        assertThat(synthese.ecarter()).isEqualTo(ecarter);
        assertThat(synthese.favorables()).isEqualTo(favorables);
    }

    @Test
    void laMoyenneDUnAvisNeCompteQueLesNotesDonnees() {
        assertThat(DossiersDEssai.rendue(1, "anne", "retenir", 5, 4, 3).moyenne())
                .isEqualTo(4);
        assertThat(DossiersDEssai.rendue(1, "anne", "retenir", 5, null, 2).moyenne())
                .isEqualTo(3.5);
        assertThat(DossiersDEssai.demandee(1, "anne").moyenne()).isZero();
    }

    @Test
    void unAvisEstRenduDesQuUnMomentLeDitEtSaRecommandationSeLit() {
        assertThat(DossiersDEssai.demandee(1, "anne").rendue()).isFalse();
        assertThat(DossiersDEssai.rendue(1, "anne", "reserves", 3, 3, 3).rendue())
                .isTrue();
        assertThat(DossiersDEssai.rendue(1, "anne", "reserves", 3, 3, 3).recommandationEnClair())
                .isEqualTo("Retenir avec des réserves");
    }
}

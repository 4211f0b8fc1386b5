package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupesTest {

    private final Groupes groupes = new Groupes();
    private final Regions regions = new Regions();

    @Test
    void chaqueRegionASesPilotesEtSesAccompagnateursLiesAElleSeule() {
        assertThat(regions.toutes())
                .filteredOn(region -> !region.code().equals("FR"))
                .allSatisfy(region -> assertThat(List.of("pilotes-", "accompagnateurs-"))
                        .allSatisfy(role -> assertThat(groupes.parId(role + region.code()))
                                .hasValueSatisfying(groupe ->
                                        assertThat(groupe.territoires()).containsExactly(region.code()))));
    }

    @Test
    void lesGroupesNationauxEtDeReseauNeSontLiesAAucuneRegion() {
        assertThat(List.of(
                        "pilotes-FR",
                        "pilotes-mes",
                        "pilotes-cncres",
                        "pilotes-labo-ess",
                        "pilotes-rtes",
                        "pilotes-coorace",
                        "pilotes-culture",
                        Groupes.COMITE,
                        Groupes.REDACTEURS))
                .allSatisfy(
                        id -> assertThat(groupes.parId(id)).hasValueSatisfying(groupe -> assertThat(groupe.partout())
                                .isTrue()));
    }

    @Test
    void lesGroupesDeToutUnRoleNOuvrentAucuneRegion() {
        assertThat(List.of(Groupes.PILOTES, Groupes.ACCOMPAGNATEURS))
                .allSatisfy(id -> assertThat(groupes.parId(id).orElseThrow().territoires())
                        .isEmpty());
    }

    @Test
    void unGroupeAUnNomFrancaisEtUnInconnuGardeSonIdentifiant() {
        assertThat(groupes.nom("pilotes-53")).isEqualTo("Pilotes Bretagne (CRESS)");
        assertThat(groupes.nom("autre-groupe")).isEqualTo("autre-groupe");
    }

    @Test
    void chaqueCompteDeDemonstrationADesGroupesConnusEtChaquePiloteLeGroupeCommun() {
        assertThat(CompteDeDemonstration.tous()).hasSize(48).allSatisfy(compte -> {
            assertThat(compte.groupes()).isNotEmpty().allSatisfy(id -> assertThat(groupes.parId(id))
                    .isPresent());
            assertThat(compte.groupes().contains(Groupes.PILOTES))
                    .isEqualTo(compte.id().startsWith("pilote."));
        });
    }

    @Test
    void unCompteDeDemonstrationALeNomDeSonRole() {
        assertThat(CompteDeDemonstration.tous())
                .extracting(CompteDeDemonstration::id)
                .doesNotHaveDuplicates();
        assertThat(CompteDeDemonstration.tous())
                .filteredOn(compte -> compte.id().equals("pilote.bretagne"))
                .singleElement()
                .satisfies(compte -> assertThat(compte.groupes()).containsExactlyInAnyOrder("pilotes", "pilotes-53"));
    }

    @Test
    void lesDouzeThemesOntLeurLibelleEtUnInconnuNeDonneRien() {
        Themes themes = new Themes();
        assertThat(themes.tous()).hasSize(12);
        assertThat(themes.libelle("redressement-productif")).isEqualTo("Redressement productif et reprise d’activités");
        assertThat(themes.parId("inconnu")).isEmpty();
    }
}

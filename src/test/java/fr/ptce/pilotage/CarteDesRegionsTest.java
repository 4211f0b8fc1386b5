package fr.ptce.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.ApplicationDeTest;
import fr.ptce.annuaire.LecteurCsv;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.pilotage.Carte.Forme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationDeTest
class CarteDesRegionsTest {

    @Autowired
    private CarteDesRegions cartes;

    @Autowired
    private Regions regions;

    @ParameterizedTest
    @ValueSource(ints = {2012, 2016})
    void chaqueRegionAUneFormeEtUneSeuleDansLOrdreDuDecoupage(int annee) {
        String[] codes = regions.decoupage(annee).stream().map(Region::code).toArray(String[]::new);

        assertThat(cartes.carte(annee).formes()).extracting(Forme::code).containsExactly(codes);
        assertThat(LecteurCsv.lire("pilotage/carte-" + annee + ".csv", ligne -> ligne.get("code")))
                .containsExactlyInAnyOrder(codes);
    }

    @ParameterizedTest
    @ValueSource(ints = {2012, 2016})
    void lesEtiquettesSontLesNoms(int annee) {
        assertThat(cartes.carte(annee).formes()).allSatisfy(forme -> assertThat(
                        String.join(" ", forme.etiquette()).replace("- ", "-"))
                .isEqualTo(forme.nom()));
    }

    @Test
    void lesAutresAnneesNOntPasDeCarte() {
        assertThatThrownBy(() -> cartes.carte(2013)).isInstanceOf(IllegalArgumentException.class);
    }
}

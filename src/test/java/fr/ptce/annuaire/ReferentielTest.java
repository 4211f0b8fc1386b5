package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ReferentielTest {

    @Test
    void laVersionDeJanvier2013ATroisObjectifsGenerauxNeufObjectifsEtDixHuitIndicateurs() {
        Referentiel referentiel = Referentiel.lire("2013-01");

        assertThat(referentiel.version()).isEqualTo("2013-01");
        assertThat(referentiel.objectifsGeneraux())
                .extracting(Referentiel.ObjectifGeneral::id)
                .containsExactly("territoire", "cooperations", "economie");
        assertThat(referentiel.objectifsGeneraux())
                .flatExtracting(Referentiel.ObjectifGeneral::objectifs)
                .extracting(Referentiel.Objectif::id)
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
        assertThat(referentiel.nombreDIndicateurs()).isEqualTo(18);
    }

    @Test
    void unObjectifSeTrouveParSaLettreDansChaqueObjectifGeneral() {
        Referentiel referentiel = Referentiel.lire("2013-01");

        assertThat(referentiel.objectifsGeneraux())
                .flatExtracting(Referentiel.ObjectifGeneral::objectifs)
                .allSatisfy(objectif ->
                        assertThat(referentiel.objectif(objectif.id())).contains(objectif));
        assertThat(referentiel.objectif("z")).isEmpty();
    }

    @Test
    void uneVersionInconnueEstRefusee() {
        assertThatThrownBy(() -> Referentiel.lire("1900-01")).isInstanceOf(UncheckedIOException.class);
    }
}

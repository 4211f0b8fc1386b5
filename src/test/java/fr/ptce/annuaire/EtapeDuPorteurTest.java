package fr.ptce.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ptce.annuaire.EtapeDuPorteur.Avancement;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtapeDuPorteurTest {

    private static final Instant PRESQUE_MINUIT = Instant.parse("2026-03-11T23:30:00Z");
    private static final LocalDate LENDEMAIN_A_PARIS = LocalDate.of(2026, 3, 12);

    @Test
    void uneEtapeNueNeDitQueSonNomEtSonAvancement() {
        assertThat(EtapeDuPorteur.de("Besoins", Avancement.A_VENIR))
                .isEqualTo(new EtapeDuPorteur("Besoins", Avancement.A_VENIR, null, null, null, null));
    }

    @Test
    void chaqueEtapeDateePorteLeJourDeParis() {
        assertThat(EtapeDuPorteur.faite("Dépôt", PRESQUE_MINUIT))
                .isEqualTo(new EtapeDuPorteur("Dépôt", Avancement.FAITE, LENDEMAIN_A_PARIS, null, null, null));
        assertThat(EtapeDuPorteur.enCours("Plan", PRESQUE_MINUIT))
                .isEqualTo(new EtapeDuPorteur("Plan", Avancement.EN_COURS, LENDEMAIN_A_PARIS, null, null, null));
        assertThat(EtapeDuPorteur.arretee("Plan", PRESQUE_MINUIT))
                .isEqualTo(new EtapeDuPorteur("Plan", Avancement.ARRETEE, LENDEMAIN_A_PARIS, null, null, null));
    }

    @Test
    void unMomentInconnuNeDonneAucunJour() {
        assertThat(EtapeDuPorteur.faite("Dépôt", null).le()).isNull();
        assertThat(EtapeDuPorteur.enCours("Plan", null).avant((Instant) null).avantLe())
                .isNull();
    }

    @Test
    void chaquePrecisionSAjouteSansEffacerLesAutres() {
        assertThat(EtapeDuPorteur.enCours("Compléments", PRESQUE_MINUIT)
                        .puis("Nous vérifierons.")
                        .avant(PRESQUE_MINUIT)
                        .attendre(EtapeDuPorteur.VOUS))
                .isEqualTo(new EtapeDuPorteur(
                        "Compléments",
                        Avancement.EN_COURS,
                        LENDEMAIN_A_PARIS,
                        "vous",
                        LENDEMAIN_A_PARIS,
                        "Nous vérifierons."));
        assertThat(EtapeDuPorteur.enCours("Compléments", null)
                        .avant(LocalDate.of(2026, 6, 1))
                        .avantLe())
                .isEqualTo("2026-06-01");
    }

    @ParameterizedTest
    @CsvSource({
        "EN_COURS, vous, true, true",
        "EN_COURS, le comité de pilotage, true, false",
        "EN_COURS, , true, false",
        "A_VENIR, vous, false, false",
        "FAITE, vous, false, false",
        "ARRETEE, vous, false, false"
    })
    void leSeulPorteurAttenduEstCeluiDUneEtapeEnCours(
            Avancement avancement, String attendu, boolean enCours, boolean attendLePorteur) {
        EtapeDuPorteur etape = EtapeDuPorteur.de("Étape", avancement).attendre(attendu);

        assertThat(etape.enCours()).isEqualTo(enCours);
        assertThat(etape.attendLePorteur()).isEqualTo(attendLePorteur);
    }

    @ParameterizedTest
    @CsvSource({
        "FAITE, fait",
        "EN_COURS, en cours",
        "A_VENIR, à venir",
        "ARRETEE, arrêté",
        "PAS_NECESSAIRE, pas nécessaire",
        "PAS_EU_LIEU, n’a pas eu lieu"
    })
    void lAvancementSeLitEnFrancais(Avancement avancement, String libelle) {
        assertThat(avancement.libelle()).isEqualTo(libelle);
    }
}

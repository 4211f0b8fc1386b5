package fr.ptce.candidature.importation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelesDImportTest {

    @ParameterizedTest
    @CsvSource({
        ", ''",
        "' – ! ', ''",
        "Pôle du Trégor, poledutregor",
        "POLE  DU TREGOR, poledutregor",
        "Cœur d’été 2, coeurdete2",
        "Ex æquo, exaequo"
    })
    void uneEcritureReduiteOublieAccentsCasseEtPonctuation(String texte, String reduite) {
        assertThat(Ecriture.reduite(texte)).isEqualTo(reduite);
    }

    @Test
    void deuxEcrituresDeLaMemeCandidatureOntLaMemeCle() {
        String cle = Ecriture.cle("Pôle du Trégor", "Les Tisserands", "53");

        assertThat(cle).hasSize(64).isEqualTo(Ecriture.cle("pole du tregor", "LES TISSERANDS", "53"));
        assertThat(cle)
                .isNotEqualTo(Ecriture.cle("Pôle du Trégor", "Les Tisserands", "52"))
                .isNotEqualTo(Ecriture.cle("Pôle du Trégor", null, "53"))
                .isNotEqualTo(Ecriture.cle("Pôle", "du Trégor Les Tisserands", "53"));
    }

    @Test
    void lEmpreinteDUnFichierEstSonSha256() {
        assertThat(Ecriture.empreinte(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void leBilanCompteToutesLesLignesEtCellesQuiEntrent() {
        Bilan bilan = new Bilan(Map.of(Verdict.ACCEPTEE, 5, Verdict.NORMALISEE, 3, Verdict.DOUBLON, 2), 4, 4);

        assertThat(bilan.total()).isEqualTo(10);
        assertThat(bilan.acceptees()).isEqualTo(8);
        assertThat(bilan.nombre(Verdict.DOUBLON)).isEqualTo(2);
        assertThat(bilan.nombre(Verdict.NOM_MANQUANT)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void unVerdictSeRetrouveParSonIdentifiantEtSeulsDeuxFontUnDossier(Verdict verdict) {
        assertThat(Verdict.de(verdict.id())).isEqualTo(verdict);
        assertThat(verdict.importable()).isEqualTo(verdict == Verdict.ACCEPTEE || verdict == Verdict.NORMALISEE);
        assertThat(verdict.libelle()).isNotBlank();
        assertThat(verdict.badge())
                .isEqualTo(
                        switch (verdict) {
                            case ACCEPTEE -> "badge-succes";
                            case NORMALISEE -> "badge-cours";
                            case DOUBLON -> "badge-neutre";
                            default -> "badge-erreur";
                        });
    }

    @Test
    void unVerdictInconnuEstRefuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Verdict.de("peut-etre"));
    }

    @ParameterizedTest
    @CsvSource({"analyse, true, false, false", "en-cours, false, true, false", "termine, false, false, true"})
    void unLotEstDansUnSeulEtat(String etat, boolean analyse, boolean enCours, boolean termine) {
        LotDImport lot = new LotDImport(1, 1, "f.csv", "e", null, null, Instant.EPOCH, etat, null, null);

        assertThat(lot.analyse()).isEqualTo(analyse);
        assertThat(lot.enCours()).isEqualTo(enCours);
        assertThat(lot.termine()).isEqualTo(termine);
    }

    @Test
    void unDoublonGardeSaLigneEtChangeDeVerdict() {
        LigneControlee ligne =
                new LigneControlee(3, "Bretagne", "53", Map.of("initiative", "Pôle"), Verdict.ACCEPTEE, null, "cle");

        assertThat(ligne.doublon("Même candidature que la ligne 2."))
                .isEqualTo(new LigneControlee(
                        3,
                        "Bretagne",
                        "53",
                        Map.of("initiative", "Pôle"),
                        Verdict.DOUBLON,
                        "Même candidature que la ligne 2.",
                        "cle"));
    }

    @Test
    void unMomentSeLitEnHeureDeParisEtSonAbsenceNeDitRien() {
        PagesDImport.Dates dates = new PagesDImport.Dates();

        assertThat(dates.de(Instant.parse("2026-03-02T23:30:00Z"))).contains("3", "2026", "00");
        assertThat(dates.de(null)).isEmpty();
    }
}

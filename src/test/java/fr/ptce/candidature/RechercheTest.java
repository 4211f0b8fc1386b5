package fr.ptce.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of dossiers as its address says it. */
class RechercheTest {

    private static final Recherche TOUT = Recherche.de(null, null, null, null, null, null, null, null);
    private static final Recherche PRECISE =
            Recherche.de("3", "en-relecture", "53", "en-projet", "  Pôle d’Été  ", "initiative", "desc", "4");

    @Test
    void uneAdresseNueMontreTousLesDossiersLesDerniersModifiesDAbord() {
        assertThat(TOUT).isEqualTo(new Recherche(null, null, null, null, "", "maj", true, 1));
        assertThat(TOUT.filtree()).isFalse();
        assertThat(TOUT.lienExport()).isEqualTo("/dossiers/export.csv?tri=maj&sens=desc");
    }

    @Test
    void chaqueParametreEstLu() {
        assertThat(PRECISE)
                .isEqualTo(new Recherche(
                        3L, EtatDossier.EN_RELECTURE, "53", "en-projet", "Pôle d’Été", "initiative", true, 4));
    }

    @ParameterizedTest
    @CsvSource({"3, , , , ", ", en-relecture, , , ", ", , 53, , ", ", , , en-projet, ", ", , , , pôle"})
    void unSeulParametreFiltreDeja(String campagne, String etat, String region, String categorie, String texte) {
        assertThat(Recherche.de(campagne, etat, region, categorie, texte, null, null, null)
                        .filtree())
                .isTrue();
    }

    @Test
    void ceQuiNEstPasComprisEstOublie() {
        assertThat(Recherche.de("trois", "en-vacances", " ", "autre", " ", "couleur", "asc", "zéro"))
                .isEqualTo(TOUT);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "1000000, 1000000", "1000001, 1", "0, 1", "-1, 1", "9999999999999999, 1", ", 1"})
    void unNumeroDePageImpossibleDevientLaPremiere(String saisie, int page) {
        assertThat(Recherche.de(null, null, null, null, null, null, null, saisie)
                        .page())
                .isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"asc, false", "desc, true", ", false", "autre, false"})
    void leSensNeVautQuePourUneColonneConnue(String sens, boolean decroissant) {
        assertThat(Recherche.de(null, null, null, null, null, "region", sens, null)
                        .decroissant())
                .isEqualTo(decroissant);
    }

    @Test
    void unTexteTropLongEstCoupe() {
        assertThat(Recherche.de(null, null, null, null, "x".repeat(150), null, null, null)
                        .texte())
                .hasSize(100);
    }

    @Test
    void lesLiensGardentLaRechercheEtEncodentLeTexte() {
        String debut =
                "?campagne=3&etat=en-relecture&region=53&categorie=en-projet&texte=P%C3%B4le%20d%E2%80%99%C3%89t%C3%A9";

        assertThat(PRECISE.lienPage(2)).isEqualTo("/dossiers" + debut + "&tri=initiative&sens=desc&page=2");
        assertThat(PRECISE.lienPage(1)).isEqualTo("/dossiers" + debut + "&tri=initiative&sens=desc");
        assertThat(PRECISE.lienExport()).isEqualTo("/dossiers/export.csv" + debut + "&tri=initiative&sens=desc");
    }

    @Test
    void unAutreEtatRevientALaPremierePage() {
        assertThat(PRECISE.dansLEtat(EtatDossier.RETENU).page()).isEqualTo(1);
        assertThat(PRECISE.lienEtat(EtatDossier.RETENU))
                .contains("etat=retenu", "region=53")
                .doesNotContain("page=");
        assertThat(PRECISE.lienEtat(null)).doesNotContain("etat=");
        assertThat(PRECISE.surLaPage(7).etat()).isEqualTo(EtatDossier.EN_RELECTURE);
    }

    @Test
    void uneColonneDejaTrieeSInverseEtUneAutreCommenceParLeDebut() {
        Recherche croissante = Recherche.de(null, null, null, null, null, "region", "asc", "2");

        assertThat(croissante.lienTri("region")).isEqualTo("/dossiers?tri=region&sens=desc");
        assertThat(croissante.lienTri("numero")).isEqualTo("/dossiers?tri=numero&sens=asc");
        assertThat(PRECISE.lienTri("initiative")).contains("tri=initiative&sens=asc");
    }

    @Test
    void leLecteurDEcranApprendParQuoiLaListeEstTriee() {
        assertThat(PRECISE.ariaSort("initiative")).isEqualTo("descending");
        assertThat(PRECISE.ariaSort("region")).isNull();
        assertThat(Recherche.de(null, null, null, null, null, "region", "asc", null)
                        .ariaSort("region"))
                .isEqualTo("ascending");
    }

    @Test
    void leTexteSeCompareSansCasseNiAccentsNiApostropheTypographique() {
        assertThat(PRECISE.texteNormalise()).isEqualTo("pole d'ete");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " 3", "3.5", "-3", "1234567890123456"})
    void uneCampagneQuiNEstPasUnNombreEstOubliee(String campagne) {
        assertThat(Recherche.de(campagne, null, null, null, null, null, null, null)
                        .campagne())
                .isNull();
    }
}

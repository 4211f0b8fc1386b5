package fr.ptce.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The French of messages, and the texts of others inside ours. */
class TextesTest {

    @ParameterizedTest
    @CsvSource({"0, 0\u00a0ligne", "1, 1\u00a0ligne", "2, 2\u00a0lignes", "1500, 1\u202f500\u00a0lignes"})
    void lePlurielCommenceADeux(int nombre, String texte) {
        assertThat(Textes.compte(nombre, "ligne")).isEqualTo(texte);
    }

    @Test
    void unNombreAUneVirguleEtDixDecimalesAuPlus() {
        assertThat(Textes.nombre(2.5)).isEqualTo("2,5");
        assertThat(Textes.nombre(new java.math.BigDecimal("0.12345678901"))).isEqualTo("0,123456789");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  Pôle  '|Pôle",
                "1. *gras* _italique_|1\\. \\*gras\\* \\_italique\\_",
                "[lien](x)|\\[lien\\]\\(x\\)",
                "a < b & c|a &lt; b &amp; c",
                "# titre > {x}|\\# titre \\> \\{x\\}"
            })
    void unTexteCiteSeMontreCommeIlEstEcrit(String texte, String cite) {
        assertThat(Markdown.citer(texte)).isEqualTo(cite);
    }

    @Test
    void unTexteCiteGardeSesLignesEtUnAbsentEstVide() {
        assertThat(Markdown.citer("un\r\ndeux\ntrois")).isEqualTo("un  \ndeux  \ntrois");
        assertThat(Markdown.citer(null)).isEmpty();
    }

    @Test
    void lesLignesDUnePageDeviennentCellesDeMarkdown() {
        assertThat(Markdown.recu("un\r\ndeux\r\n")).isEqualTo("un\ndeux\n");
    }

    @ParameterizedTest
    @CsvSource({"12345, 5, 12345", "123456, 5, 1234…", "'', 5, ''"})
    void unTexteTropLongSAbregeALaLongueurDemandee(String texte, int maximum, String abrege) {
        assertThat(Markdown.abreger(texte, maximum)).isEqualTo(abrege);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 19, ''",
        "20, 20, ''",
        "21, 20, '\u00a0; et 1 autre erreur'",
        "22, 20, '\u00a0; et 2 autres erreurs'"
    })
    void unRefusCiteVingtErreursEtCompteLesAutres(int nombre, int citees, String suite) {
        SoumissionRefusee refus =
                new SoumissionRefusee(Collections.nCopies(nombre, new ErreurDeChamp("c", "Champ", "Texte refusé")));

        assertThat(refus.getMessage())
                .isEqualTo("Le formulaire n’est pas complet\u00a0: "
                        + String.join(
                                "\u00a0; ", Collections.nCopies(citees, "«\u00a0Champ\u00a0»\u00a0: texte refusé"))
                        + suite
                        + ".");
        assertThat(refus.erreurs()).hasSize(nombre);
    }

    @Test
    void unSeulChampRefuseSeDitDirectement() {
        assertThat(new SoumissionRefusee("jour", "Jour", "Choisissez un jour.").erreurs())
                .containsExactly(new ErreurDeChamp("jour", "Jour", "Choisissez un jour."));
    }
}

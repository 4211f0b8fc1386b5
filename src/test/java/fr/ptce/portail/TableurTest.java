package fr.ptce.portail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ptce.portail.Tableur.Colonne;
import fr.ptce.portail.Tableur.Feuille;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run is written as a text, whatever makes it a formula. */
class TableurTest {

    private static final List<Colonne<Map.Entry<String, Integer>>> COLONNES = List.of(
            new Colonne<>("Région", Map.Entry::getKey),
            new Colonne<>("Projets", Map.Entry::getValue),
            new Colonne<>("Remarque", ligne -> null));

    @Test
    void chaqueCelluleEstSousSonTitre() throws IOException {
        Feuille feuille = Feuille.de("Projets", COLONNES, pour -> {
            pour.accept(Map.entry("Bretagne", 3));
            pour.accept(Map.entry("=Corse", 0));
        });
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        Tableur.csv(feuille, sortie);
        assertThat(sortie.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffRégion;Projets;Remarque\r\nBretagne;3;\r\n'=Corse;0;\r\n");
    }

    @Test
    void uneLigneQuiNAPasUneCelluleParTitreNEstPasEcrite() {
        Feuille feuille =
                new Feuille("Décalée", List.of("Région", "Projets"), pour -> pour.accept(List.of("53", "Pôle", 3)));
        assertThatThrownBy(() -> Tableur.csv(feuille, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 cells under the 2 titles of Décalée");
        assertThatThrownBy(() -> Tableur.xlsx(List.of(feuille), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[Région, Projets]");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "003D, égal",
        "002B, plus",
        "002D, moins",
        "0040, arobase",
        "0009, tabulation",
        "000D, retour chariot",
        "000A, fin de ligne",
        "FF1D, égal large",
        "FF0B, plus large",
        "FF0D, moins large",
        "FF20, arobase large"
    })
    void unTexteQueLeTableurPrendraitPourUneFormuleResteUnTexte(String code, String nom) throws IOException {
        String formule = (char) Integer.parseInt(code, 16) + "1+cmd|' /C calc'!A0";

        assertThat(csv(List.of("avant", formule), List.of(formule, CharBuffer.wrap(formule))))
                .as("the CSV of a text that begins with %s (U+%s)", nom, code)
                .containsExactly(List.of("avant", "'" + formule), List.of("'" + formule, "'" + formule));
        assertThat(xlsx(formule).getType())
                .as("the type of a cell that begins with %s (U+%s)", nom, code)
                .isEqualTo(CellType.STRING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "1+1", "Île-de-France", "'=1", " =1", "camille@pole.example", "«\u00a0=\u00a0»", ""})
    void unTexteOrdinaireResteTelQuel(String texte) throws IOException {
        assertThat(csv(List.of("Texte", "Fin"), List.of(texte, "fin"))).last().isEqualTo(List.of(texte, "fin"));
        assertThat(xlsx(texte).getText()).isEqualTo(texte);
    }

    @Test
    void unNombreNegatifResteUnNombre() throws IOException {
        assertThat(csv(
                        List.of("Entier", "Long", "Décimal", "Jour", "Vide"),
                        Arrays.asList(-3, -4L, -1.5, LocalDate.of(2026, 3, 1), null)))
                .last()
                .isEqualTo(List.of("-3", "-4", "-1,5", "01/03/2026", ""));
        assertThat(xlsx(-3).getType()).isEqualTo(CellType.NUMBER);
    }

    private static List<List<String>> csv(List<String> entete, List<?> ligne) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        Tableur.csv(new Feuille("Essai", entete, pour -> pour.accept(ligne)), sortie);
        String texte = sortie.toString(StandardCharsets.UTF_8).substring(1);
        return CSVFormat.EXCEL.builder().setDelimiter(';').get().parse(new StringReader(texte)).stream()
                .map(CSVRecord::toList)
                .toList();
    }

    private static Cell xlsx(Object cellule) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        Tableur.xlsx(List.of(new Feuille("Essai", List.of("Titre"), pour -> pour.accept(List.of(cellule)))), sortie);
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(sortie.toByteArray()))) {
            return classeur.getFirstSheet().read().get(1).getCell(0);
        }
    }
}

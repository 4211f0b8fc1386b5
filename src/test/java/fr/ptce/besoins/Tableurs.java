package fr.ptce.besoins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads our exports as a spreadsheet does: rows of the texts of their cells. */
final class Tableurs {

    private Tableurs() {}

    static List<List<String>> csv(byte[] contenu) {
        String texte = new String(contenu, StandardCharsets.UTF_8);
        assertThat(texte).as("byte order mark").startsWith("\ufeff");
        try {
            return CSVFormat.EXCEL
                    .builder()
                    .setDelimiter(';')
                    .get()
                    .parse(new StringReader(texte.substring(1)))
                    .stream()
                    .map(CSVRecord::toList)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sheets of a workbook by name, in their order. */
    static Map<String, List<List<String>>> xlsx(byte[] contenu) {
        Map<String, List<List<String>>> feuilles = new LinkedHashMap<>();
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(contenu))) {
            for (Sheet feuille : classeur.getSheets().toList()) {
                feuilles.put(feuille.getName(), lignes(feuille.read()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return feuilles;
    }

    static List<List<String>> premiereFeuille(byte[] contenu) {
        return xlsx(contenu).values().iterator().next();
    }

    private static List<List<String>> lignes(List<Row> lues) {
        List<List<String>> lignes = new ArrayList<>();
        for (Row ligne : lues) {
            List<String> cellules = new ArrayList<>();
            for (int colonne = 0; colonne < lues.get(0).getCellCount(); colonne++) {
                cellules.add(colonne < ligne.getCellCount() ? ligne.getCellText(colonne) : "");
            }
            lignes.add(cellules);
        }
        return lignes;
    }
}

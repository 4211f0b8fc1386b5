package fr.ptce.candidature.importation;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** The report as a file for spreadsheets, written page by page. */
@Component
class RapportCsv {

    private static final int PAGE = 500;

    private final Lots lots;

    RapportCsv(Lots lots) {
        this.lots = lots;
    }

    void ecrire(long lot, Writer sortie) throws IOException {
        // Without the mark, Excel takes UTF-8 for Windows-1252.
        sortie.write('\uFEFF');
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader("ligne", "verdict", "message", "region", "initiative", "structure_porteuse", "dossier")
                .get();
        CSVPrinter tableau = format.print(sortie);
        List<LigneDuRapport> page;
        int depuis = 0;
        do {
            page = lots.rapport(lot, null, depuis, PAGE);
            for (LigneDuRapport ligne : page) {
                tableau.printRecord(
                        ligne.rang(),
                        ligne.verdict().libelle(),
                        inerte(ligne.message()),
                        inerte(ligne.regionSaisie()),
                        inerte(ligne.initiative()),
                        inerte(ligne.structure()),
                        ligne.dossier());
            }
            depuis += PAGE;
        } while (page.size() == PAGE);
        tableau.flush();
    }

    /** A spreadsheet would run a cell that starts like a formula. */
    private static String inerte(String cellule) {
        return cellule != null && cellule.matches("(?s)[=+@\\t\\r-].*") ? "'" + cellule : cellule;
    }
}

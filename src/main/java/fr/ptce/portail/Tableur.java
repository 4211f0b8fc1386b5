package fr.ptce.portail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Tables as files for a French spreadsheet, written row by row, so that none is held in memory. A cell is a text, a
 * number, a {@link LocalDate}, or null for an empty one.
 */
public final class Tableur {

    /**
     * One table.
     *
     * @param nom name of the sheet, 31 characters at most; not used in CSV
     * @param entete titles of the columns
     * @param lignes hands every row to what it is given, in order
     */
    public record Feuille(String nom, List<String> entete, Consumer<Consumer<List<?>>> lignes) {

        public Feuille {
            entete = List.copyOf(entete);
        }

        /**
         * A table of columns that know their title and their cell, so that none gets under the title of another.
         *
         * @param lignes hands every row to what it is given, in order
         */
        public static <L> Feuille de(String nom, List<Colonne<L>> colonnes, Consumer<Consumer<L>> lignes) {
            return new Feuille(
                    nom,
                    colonnes.stream().map(Colonne::titre).toList(),
                    pour -> lignes.accept(ligne -> pour.accept(cellules(colonnes, ligne))));
        }

        private static <L> List<Object> cellules(List<Colonne<L>> colonnes, L ligne) {
            List<Object> cellules = new ArrayList<>();
            colonnes.forEach(colonne -> cellules.add(colonne.cellule().apply(ligne)));
            return cellules;
        }

        private void exiger(List<?> cellules) {
            if (cellules.size() != entete.size()) {
                throw new IllegalStateException("A row of " + cellules.size() + " cells under the " + entete.size()
                        + " titles of " + nom + ": " + entete);
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param cellule its cell in a row
     */
    public record Colonne<L>(String titre, Function<L, ?> cellule) {}

    /** Without the mark, Excel takes UTF-8 for Windows-1252. */
    private static final char MARQUE = '\ufeff';

    /** The last four are wide: some spreadsheets take them for the narrow ones. */
    private static final String DEBUTS_DE_FORMULE = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final String APPLICATION = "PTCE";
    private static final String VERSION = "01.00";
    private static final String FORMAT_DE_DATE = "dd/mm/yyyy";
    private static final int PAR_ENVOI = 500;

    private Tableur() {}

    /** Makes an answer a download of the given name, whose end says what it is. */
    public static void telecharger(HttpServletResponse reponse, String nom) {
        reponse.setContentType(
                nom.endsWith(".csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reponse.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(nom, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /**
     * Answers with these tables as the file that the address asks for by its end, {@code .csv} or {@code .xlsx}.
     *
     * @param nom of the file, without its end
     * @param feuilles at least one; a CSV file holds the first one only
     */
    public static void telecharger(
            HttpServletRequest requete, HttpServletResponse reponse, String nom, List<Feuille> feuilles)
            throws IOException {
        if (requete.getRequestURI().endsWith(".csv")) {
            telecharger(reponse, nom + ".csv");
            csv(feuilles.get(0), reponse.getOutputStream());
        } else {
            telecharger(reponse, nom + ".xlsx");
            xlsx(feuilles, reponse.getOutputStream());
        }
    }

    /**
     * Writes UTF-8 with a byte order mark and semicolons, and no text that a spreadsheet would take for a formula; does
     * not close the stream.
     *
     * @throws IllegalStateException when a row has not as many cells as there are titles
     */
    public static void csv(Feuille feuille, OutputStream sortie) throws IOException {
        Writer texte = new OutputStreamWriter(sortie, StandardCharsets.UTF_8);
        texte.write(MARQUE);
        CSVPrinter csv = new CSVPrinter(
                texte,
                CSVFormat.EXCEL
                        .builder()
                        .setDelimiter(';')
                        .setHeader(feuille.entete().stream()
                                .map(Tableur::sansFormule)
                                .toArray(String[]::new))
                        .get());
        feuille.lignes().accept(cellules -> {
            feuille.exiger(cellules);
            ecrire(csv, cellules);
        });
        csv.flush();
    }

    private static void ecrire(CSVPrinter csv, List<?> cellules) {
        try {
            csv.printRecord(cellules.stream().map(Tableur::enTexte).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String enTexte(Object cellule) {
        if (cellule instanceof Number nombre) {
            return nombre.toString().replace('.', ',');
        }
        if (cellule instanceof LocalDate jour) {
            return "%02d/%02d/%d".formatted(jour.getDayOfMonth(), jour.getMonthValue(), jour.getYear());
        }
        return cellule == null ? "" : sansFormule(cellule.toString());
    }

    /** Spreadsheets run what begins so; the apostrophe makes it a text (OWASP, "CSV injection"). */
    private static String sansFormule(String texte) {
        return !texte.isEmpty() && DEBUTS_DE_FORMULE.indexOf(texte.charAt(0)) >= 0 ? "'" + texte : texte;
    }

    /**
     * Writes a workbook of these sheets, the titles in bold and kept in sight; does not close the stream.
     *
     * @throws IllegalStateException when a row has not as many cells as there are titles
     */
    public static void xlsx(List<Feuille> feuilles, OutputStream sortie) throws IOException {
        Workbook classeur = new Workbook(sortie, APPLICATION, VERSION);
        for (Feuille feuille : feuilles) {
            Worksheet page = classeur.newWorksheet(feuille.nom());
            new Ecriture(page, feuille.entete()).ecrire(feuille);
            page.finish();
        }
        classeur.finish();
    }

    private static final class Ecriture {

        private final Worksheet page;
        private int rang;

        Ecriture(Worksheet page, List<String> entete) {
            this.page = page;
            page.freezePane(0, 1);
            ligne(entete);
            page.range(0, 0, 0, entete.size() - 1).style().bold().set();
        }

        void ecrire(Feuille feuille) {
            feuille.lignes().accept(cellules -> {
                feuille.exiger(cellules);
                ligne(cellules);
            });
        }

        private void ligne(List<?> cellules) {
            for (int colonne = 0; colonne < cellules.size(); colonne++) {
                cellule(colonne, cellules.get(colonne));
            }
            rang++;
            if (rang % PAR_ENVOI == 0) {
                envoyer();
            }
        }

        private void cellule(int colonne, Object valeur) {
            if (valeur instanceof Number nombre) {
                page.value(rang, colonne, nombre);
            } else if (valeur instanceof LocalDate jour) {
                page.value(rang, colonne, jour);
                page.style(rang, colonne).format(FORMAT_DE_DATE).set();
            } else if (valeur != null) {
                page.value(rang, colonne, valeur.toString());
            }
        }

        private void envoyer() {
            try {
                page.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package fr.ptce.annuaire;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** Reads the reference files of the programme: UTF-8, semicolons, a header line, lists separated by commas. */
public final class LecteurCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private LecteurCsv() {}

    /** One value a line, in the order of the file. */
    public static <T> List<T> lire(String chemin, Function<CSVRecord, T> ligne) {
        try (Reader lecteur =
                        new InputStreamReader(new ClassPathResource(chemin).getInputStream(), StandardCharsets.UTF_8);
                var enregistrements = FORMAT.parse(lecteur)) {
            return enregistrements.stream().map(ligne).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + chemin, e);
        }
    }

    static Set<String> liste(String valeur) {
        return valeur.isEmpty() ? Set.of() : new TreeSet<>(List.of(valeur.split("\\s*,\\s*")));
    }

    /** Reference files are typed with a straight apostrophe; people read the typographic one. */
    static String typographie(String texte) {
        return texte.replace('\'', '’');
    }
}

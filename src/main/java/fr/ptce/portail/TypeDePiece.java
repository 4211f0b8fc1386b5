package fr.ptce.portail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** The type of a file, from its content: its name and what the browser says are not believed. */
final class TypeDePiece {

    private static final Tika TIKA = new Tika();
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Map<String, String> EXTENSIONS =
            Map.of("application/pdf", "pdf", ODT, "odt", DOCX, "docx", "image/png", "png", "image/jpeg", "jpg");
    /** More entries than any office document has: what goes beyond is not read. */
    private static final int ENTREES_LUES = 2_000;

    private TypeDePiece() {}

    /** The media type when it is one that we take (PDF, ODT, DOCX, PNG, JPEG). */
    static Optional<String> reconnaitre(byte[] contenu) {
        String type = TIKA.detect(contenu);
        if (EXTENSIONS.containsKey(type)) {
            return Optional.of(type);
        }
        return estUnDocx(contenu) ? Optional.of(DOCX) : Optional.empty();
    }

    static String extension(String type) {
        return EXTENSIONS.get(type);
    }

    /** Reads the names of the entries only: nothing is unpacked to memory. */
    private static boolean estUnDocx(byte[] contenu) {
        boolean types = false;
        boolean document = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(contenu))) {
            ZipEntry entree = zip.getNextEntry();
            for (int n = 0; entree != null && n < ENTREES_LUES && !(types && document); n++) {
                types |= "[Content_Types].xml".equals(entree.getName());
                document |= "word/document.xml".equals(entree.getName());
                entree = types && document ? null : zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return types && document;
    }
}

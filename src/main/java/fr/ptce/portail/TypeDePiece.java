package fr.ptce.portail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The kinds of attachments that are accepted. What a file is, its content says; its name and its sender do not count. */
enum TypeDePiece {
    PDF("application/pdf", ".pdf"),
    PNG("image/png", ".png"),
    JPEG("image/jpeg", ".jpg"),
    ODT("application/vnd.oasis.opendocument.text", ".odt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

    /** A text document has some dozens of entries. */
    private static final int ENTREES = 5_000;

    /** Bytes that a document may take once opened: the limit of a file, ten times over. */
    private static final long TAILLE_OUVERTE = 200L * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final MimeTypes SIGNATURES = MimeTypes.getDefaultMimeTypes();

    private final String type;
    private final String extension;

    TypeDePiece(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    String type() {
        return type;
    }

    String extension() {
        return extension;
    }

    /** Empty for any other kind, a damaged ZIP, a ZIP that would fill a disk once opened, or a document with macros. */
    static Optional<TypeDePiece> de(Path fichier) throws IOException {
        if (commenceParZip(fichier)) {
            return deLArchive(fichier);
        }
        try (InputStream contenu = new BufferedInputStream(Files.newInputStream(fichier))) {
            String trouve = SIGNATURES.detect(contenu, new Metadata()).toString();
            return Arrays.stream(new TypeDePiece[] {PDF, PNG, JPEG})
                    .filter(un -> un.type.equals(trouve))
                    .findFirst();
        }
    }

    private static boolean commenceParZip(Path fichier) throws IOException {
        try (InputStream contenu = Files.newInputStream(fichier)) {
            return Arrays.equals(contenu.readNBytes(ZIP.length), ZIP);
        }
    }

    private static Optional<TypeDePiece> deLArchive(Path fichier) throws IOException {
        // Reads the table of contents and the beginning of one or two entries: nothing is unpacked.
        try (ZipFile archive = new ZipFile(fichier.toFile())) {
            if (!estRaisonnable(archive) || archive.getEntry("word/vbaProject.bin") != null) {
                return Optional.empty();
            }
            if (estUnXml(archive, "word/document.xml") && estUnXml(archive, "[Content_Types].xml")) {
                return Optional.of(DOCX);
            }
            boolean odt = debut(archive, "mimetype").strip().equals(ODT.type) && estUnXml(archive, "content.xml");
            return odt ? Optional.of(ODT) : Optional.empty();
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    private static boolean estRaisonnable(ZipFile archive) {
        if (archive.size() > ENTREES) {
            return false;
        }
        long total = 0;
        for (Enumeration<? extends ZipEntry> entrees = archive.entries(); entrees.hasMoreElements(); ) {
            long taille = entrees.nextElement().getSize();
            if (taille < 0 || taille > TAILLE_OUVERTE) {
                return false;
            }
            total += taille;
        }
        return total <= TAILLE_OUVERTE;
    }

    private static boolean estUnXml(ZipFile archive, String nom) throws IOException {
        return debut(archive, nom).replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static String debut(ZipFile archive, String nom) throws IOException {
        ZipEntry entree = archive.getEntry(nom);
        if (entree == null) {
            return "";
        }
        try (InputStream contenu = archive.getInputStream(entree)) {
            return new String(contenu.readNBytes(200), StandardCharsets.UTF_8);
        }
    }
}

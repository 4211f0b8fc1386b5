package fr.ptce.portail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that porteurs attach, kept in the database beside their dossier and never in process variables. */
@Service
public class PiecesJointes {

    /** Bytes of one file, at most. */
    public static final int TAILLE_MAXIMALE = 20 * 1024 * 1024;
    /** Files of one owner, at most. */
    public static final int NOMBRE_MAXIMAL = 10;

    private static final int LONGUEUR_DU_NOM = 150;

    private final JdbcClient jdbc;
    private final Clock horloge;

    PiecesJointes(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * Keeps a file.
     *
     * @param nomFichier name the sender gives; its path and odd characters are dropped
     * @throws PieceRefusee when it is too large, empty, one too many, or no PDF, ODT, DOCX, PNG or JPEG by its content
     * @throws IOException when the content cannot be read
     */
    @Transactional
    public PieceJointe deposer(String proprietaire, String nomFichier, InputStream contenu) throws IOException {
        if (liste(proprietaire).size() >= NOMBRE_MAXIMAL) {
            throw new PieceRefusee("Vous avez déjà joint " + NOMBRE_MAXIMAL + " fichiers, le maximum.");
        }
        byte[] octets = contenu.readNBytes(TAILLE_MAXIMALE + 1);
        if (octets.length > TAILLE_MAXIMALE) {
            throw new PieceRefusee("Ce fichier dépasse 20 Mo.");
        }
        if (octets.length == 0) {
            throw new PieceRefusee("Ce fichier est vide.");
        }
        String type = TypeDePiece.reconnaitre(octets)
                .orElseThrow(() -> new PieceRefusee(
                        "Ce fichier n’est ni un PDF, ni un document ODT ou DOCX, ni une image PNG ou JPEG."));
        String empreinte = empreinte(octets);
        jdbc.sql("""
                        insert into piece_jointe (proprietaire, nom, type, taille, sha256, contenu, depose_le)
                        values (:proprietaire, :nom, :type, :taille, :sha256, :contenu, :le)
                        """)
                .param("proprietaire", proprietaire)
                .param("nom", nom(nomFichier, type))
                .param("type", type)
                .param("taille", octets.length)
                .param("sha256", empreinte)
                .param("contenu", octets)
                .param("le", Timestamp.from(horloge.instant()))
                .update();
        List<PieceJointe> pieces = liste(proprietaire);
        return pieces.get(pieces.size() - 1);
    }

    /** The files of an owner, oldest first, without their contents; ten at most. */
    public List<PieceJointe> liste(String proprietaire) {
        return jdbc.sql("""
                        select id, proprietaire, nom, type, taille, depose_le from piece_jointe
                        where proprietaire = :proprietaire order by id
                        """)
                .param("proprietaire", proprietaire)
                .query(PiecesJointes::ligne)
                .list();
    }

    /** A file of this owner as a download; empty when the owner has no such file. */
    public Optional<ResponseEntity<byte[]>> telecharger(String proprietaire, long id) {
        return jdbc.sql("select * from piece_jointe where id = :id and proprietaire = :proprietaire")
                .param("id", id)
                .param("proprietaire", proprietaire)
                .query((r, rang) -> telechargement(r.getString("nom"), r.getString("type"), r.getBytes("contenu")))
                .optional();
    }

    /** An answer that a browser saves and never opens in place. */
    public static ResponseEntity<byte[]> telechargement(String nom, String type, byte[] contenu) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(nom, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(contenu);
    }

    /** @return whether this owner had such a file */
    @Transactional
    public boolean supprimer(String proprietaire, long id) {
        return jdbc.sql("delete from piece_jointe where id = :id and proprietaire = :proprietaire")
                        .param("id", id)
                        .param("proprietaire", proprietaire)
                        .update()
                == 1;
    }

    /** Gives all files of an owner to another one. */
    @Transactional
    public void transferer(String ancien, String nouveau) {
        jdbc.sql("update piece_jointe set proprietaire = :nouveau where proprietaire = :ancien")
                .param("nouveau", nouveau)
                .param("ancien", ancien)
                .update();
    }

    private static String nom(String nomFichier, String type) {
        String base = (nomFichier == null ? "" : nomFichier)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .strip();
        String extension = "." + TypeDePiece.extension(type);
        String utile = base.isEmpty() ? "document" : base;
        int maximum = LONGUEUR_DU_NOM - extension.length();
        return (utile.length() > maximum ? utile.substring(0, maximum) : utile) + extension;
    }

    private static PieceJointe ligne(ResultSet r, int rang) throws SQLException {
        return new PieceJointe(
                r.getLong("id"),
                r.getString("proprietaire"),
                r.getString("nom"),
                r.getString("type"),
                r.getLong("taille"),
                r.getObject("depose_le", OffsetDateTime.class).toInstant());
    }

    private static String empreinte(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

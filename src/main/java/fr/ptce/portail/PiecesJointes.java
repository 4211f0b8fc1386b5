package fr.ptce.portail;

import fr.ptce.base.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StreamUtils;

/**
 * The attachments that people send: PDF, ODT, DOCX, PNG and JPEG of at most 20 MB, ten for one owner. Their content
 * stands in our table, outside the variables of processes.
 *
 * <p>Who may read or change what is the caller's business: this class only knows owners.
 */
@Component
public class PiecesJointes {

    /** Largest accepted attachment, in bytes. */
    public static final int TAILLE_MAXIMALE = 20 * 1024 * 1024;

    /** Attachments of one owner. */
    public static final int NOMBRE_MAXIMAL = 10;

    private static final int ESSAIS = 5;
    private static final String COLONNES = "id, proprietaire, nom, type, taille, sha256, depose_le";

    private final JdbcClient jdbc;
    private final JdbcTemplate ordres;
    private final Clock horloge;
    private final TransactionTemplate aPart;

    PiecesJointes(JdbcClient jdbc, JdbcTemplate ordres, Clock horloge, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ordres = ordres;
        this.horloge = horloge;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Keeps one more attachment, in a transaction of its own. Reads at most {@link #TAILLE_MAXIMALE} bytes and one more,
     * whatever the sender announced, through a temporary file.
     *
     * @param proprietaire what it is joined to, at most 80 characters
     * @param nomFichier the name that the sender gives; may be null, is made safe and gets the extension of the real type
     * @param contenu not closed
     * @throws PieceRefusee if it is empty, too large, of another type or one too many
     * @throws UncheckedIOException if it cannot be read to its end
     */
    public PieceJointe deposer(String proprietaire, String nomFichier, InputStream contenu) {
        Objects.requireNonNull(proprietaire);
        Path fichier = null;
        try {
            fichier = Files.createTempFile("ptce-piece-", ".tmp");
            String sha256 = copier(contenu, fichier);
            TypeDePiece type = TypeDePiece.de(fichier)
                    .orElseThrow(() -> new PieceRefusee("ce document n’est ni un PDF, ni un texte ODT ou DOCX (sans"
                            + " macros), ni une image PNG ou JPEG\u00a0: enregistrez-le sous l’un de ces formats."));
            return enregistrer(proprietaire, NomDeFichier.sur(nomFichier, type.extension()), type, sha256, fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            effacer(fichier);
        }
    }

    /** The attachments of an owner, in the order they came; empty for an unknown owner. */
    public List<PieceJointe> liste(String proprietaire) {
        return jdbc.sql("select " + COLONNES + " from piece_jointe where proprietaire = :proprietaire order by rang")
                .param("proprietaire", proprietaire)
                .query(PiecesJointes::lire)
                .list();
    }

    /** An attachment with its content; empty if it is unknown. */
    public Optional<PieceOuverte> ouvrir(long id) {
        return jdbc.sql("select " + COLONNES + ", contenu from piece_jointe where id = :id")
                .param("id", id)
                .query((ligne, rang) -> new PieceOuverte(lire(ligne, rang), ligne.getBytes("contenu")))
                .optional();
    }

    /**
     * Forgets an attachment.
     *
     * @return false if that owner has no such attachment
     */
    public boolean supprimer(String proprietaire, long id) {
        return jdbc.sql("delete from piece_jointe where id = :id and proprietaire = :proprietaire")
                        .param("id", id)
                        .param("proprietaire", proprietaire)
                        .update()
                > 0;
    }

    /**
     * Gives all attachments of an owner to another one, in the transaction of the caller: a draft becomes a dossier. The
     * new owner may then have more than {@link #NOMBRE_MAXIMAL}: nothing is lost.
     */
    public void transferer(String ancien, String nouveau) {
        if (ancien.equals(nouveau)) {
            return;
        }
        int rang = rangLibre(nouveau);
        for (PieceJointe piece : liste(ancien)) {
            jdbc.sql("update piece_jointe set proprietaire = :nouveau, rang = :rang where id = :id")
                    .param("nouveau", nouveau)
                    .param("rang", rang++)
                    .param("id", piece.id())
                    .update();
        }
    }

    private static String copier(InputStream contenu, Path fichier) throws IOException {
        MessageDigest condensat = sha256();
        long taille;
        try (OutputStream sortie = new DigestOutputStream(Files.newOutputStream(fichier), condensat)) {
            taille = StreamUtils.copyRange(contenu, sortie, 0, TAILLE_MAXIMALE);
        }
        if (taille == 0) {
            throw new PieceRefusee("ce document est vide.");
        }
        if (taille > TAILLE_MAXIMALE) {
            throw new PieceRefusee("ce document dépasse 20\u00a0Mo.");
        }
        return HexFormat.of().formatHex(condensat.digest());
    }

    private PieceJointe enregistrer(String proprietaire, String nom, TypeDePiece type, String sha256, Path fichier)
            throws IOException {
        // Databases keep microseconds.
        Instant maintenant = horloge.instant().truncatedTo(ChronoUnit.MICROS);
        long taille = Files.size(fichier);
        for (int essai = 1; ; essai++) {
            try {
                long id = Objects.requireNonNull(aPart.execute(statut -> inserer(
                        new PieceJointe(0, proprietaire, nom, type.type(), taille, sha256, maintenant), fichier)));
                return new PieceJointe(id, proprietaire, nom, type.type(), taille, sha256, maintenant);
            } catch (DuplicateKeyException e) {
                // Another upload of the same owner took the rank.
                if (essai == ESSAIS) {
                    throw e;
                }
            }
        }
    }

    private long inserer(PieceJointe piece, Path fichier) {
        if (nombre(piece.proprietaire()) >= NOMBRE_MAXIMAL) {
            throw new PieceRefusee("vous avez déjà joint " + NOMBRE_MAXIMAL
                    + " documents\u00a0: retirez-en un avant d’en ajouter un autre.");
        }
        int rang = rangLibre(piece.proprietaire());
        GeneratedKeyHolder cle = new GeneratedKeyHolder();
        try (InputStream contenu = Files.newInputStream(fichier)) {
            ordres.update(connexion -> preparer(connexion, piece, rang, contenu), cle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(cle.getKey()).longValue();
    }

    private static PreparedStatement preparer(Connection connexion, PieceJointe piece, int rang, InputStream contenu)
            throws SQLException {
        PreparedStatement ordre = connexion.prepareStatement(
                "insert into piece_jointe (proprietaire, rang, nom, type, taille, sha256, depose_le, contenu)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                new String[] {"id"});
        ordre.setString(1, piece.proprietaire());
        ordre.setInt(2, rang);
        ordre.setString(3, piece.nom());
        ordre.setString(4, piece.type());
        ordre.setLong(5, piece.taille());
        ordre.setString(6, piece.sha256());
        ordre.setObject(7, piece.deposeLe().atOffset(ZoneOffset.UTC));
        ordre.setBinaryStream(8, contenu, piece.taille());
        return ordre;
    }

    private long nombre(String proprietaire) {
        return jdbc.sql("select count(*) from piece_jointe where proprietaire = :proprietaire")
                .param("proprietaire", proprietaire)
                .query(Long.class)
                .single();
    }

    private int rangLibre(String proprietaire) {
        return jdbc.sql("select coalesce(max(rang), 0) + 1 from piece_jointe where proprietaire = :proprietaire")
                .param("proprietaire", proprietaire)
                .query(Integer.class)
                .single();
    }

    private static void effacer(Path fichier) {
        if (fichier != null) {
            try {
                Files.deleteIfExists(fichier);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static PieceJointe lire(ResultSet ligne, int rang) throws SQLException {
        return new PieceJointe(
                ligne.getLong("id"),
                ligne.getString("proprietaire"),
                ligne.getString("nom"),
                ligne.getString("type"),
                ligne.getLong("taille"),
                ligne.getString("sha256"),
                Sql.instant(ligne, "depose_le"));
    }
}

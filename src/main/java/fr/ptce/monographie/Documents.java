package fr.ptce.monographie;

import fr.ptce.portail.PieceJointe;
import fr.ptce.portail.PiecesJointes;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the documents that were analysed for the monographs. */
@Repository
class Documents {

    /**
     * A document.
     *
     * @param apport what it brought
     * @param piece id of its file; null when it was only read
     */
    record Document(long id, String titre, NatureDeDocument nature, String apport, Long piece) {}

    private final JdbcClient jdbc;
    private final PiecesJointes pieces;
    private final Clock horloge;

    Documents(JdbcClient jdbc, PiecesJointes pieces, Clock horloge) {
        this.jdbc = jdbc;
        this.pieces = pieces;
        this.horloge = horloge;
    }

    /** @param piece null when the document was only read */
    void ajouter(long monographie, String titre, NatureDeDocument nature, String apport, PieceJointe piece) {
        jdbc.sql("""
                        insert into document_analyse (monographie, titre, nature, apport, piece, ajoute_le)
                        values (:monographie, :titre, :nature, :apport, :piece, :le)
                        """)
                .param("monographie", monographie)
                .param("titre", titre)
                .param("nature", nature.id())
                .param("apport", apport)
                .param("piece", piece == null ? null : piece.id())
                .param("le", Timestamp.from(horloge.instant()))
                .update();
    }

    /** Removes a document with its file. */
    void retirer(Monographie monographie, long id) {
        deLaMonographie(monographie.id()).stream()
                .filter(document -> document.id() == id)
                .forEach(document -> {
                    jdbc.sql("delete from document_analyse where id = :id")
                            .param("id", id)
                            .update();
                    if (document.piece() != null) {
                        pieces.supprimer(monographie.reference(), document.piece());
                    }
                });
    }

    List<Document> deLaMonographie(long monographie) {
        return jdbc.sql("select * from document_analyse where monographie = :monographie order by id")
                .param("monographie", monographie)
                .query((r, rang) -> new Document(
                        r.getLong("id"),
                        r.getString("titre"),
                        NatureDeDocument.de(r.getString("nature")),
                        r.getString("apport"),
                        r.getObject("piece", Long.class)))
                .list();
    }
}

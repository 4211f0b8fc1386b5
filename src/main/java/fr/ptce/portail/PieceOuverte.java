package fr.ptce.portail;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An attachment with its content, of at most 20 MB. */
public final class PieceOuverte {

    private final PieceJointe piece;
    private final byte[] contenu;

    PieceOuverte(PieceJointe piece, byte[] contenu) {
        this.piece = piece;
        this.contenu = contenu;
    }

    /** Whoever shows the content first checks here whose it is. */
    public PieceJointe piece() {
        return piece;
    }

    /**
     * The only way to send an attachment to a browser: to be kept as a file of that type, never shown as a page of ours,
     * since a stranger wrote it.
     */
    public ResponseEntity<Resource> telecharger() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(piece.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(piece.nom(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new ByteArrayResource(contenu));
    }
}

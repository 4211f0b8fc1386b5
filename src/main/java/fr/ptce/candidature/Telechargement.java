package fr.ptce.candidature;

import fr.ptce.courriel.PieceAJoindre;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document of ours, such as a letter, as a file that the browser saves. */
final class Telechargement {

    private Telechargement() {}

    static ResponseEntity<byte[]> de(PieceAJoindre document) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.nom(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.contenu());
    }
}

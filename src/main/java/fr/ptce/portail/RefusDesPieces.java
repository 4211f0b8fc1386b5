package fr.ptce.portail;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** For every controller that receives attachments: a refusal is a 422 whose {@code message} is shown to the sender. */
@ControllerAdvice
class RefusDesPieces {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuser(PieceRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(Map.of("message", refus.getMessage()));
    }

    @ExceptionHandler
    void refuser(MaxUploadSizeExceededException refus, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        // Without it, the error page reads the same body once more, fails on it and comes out empty.
        requete.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refus);
        reponse.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
    }
}

package fr.ptce.portail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to JSON of more than a megabyte and 411 to JSON that does not say its length: the server's own limits are
 * those of files. Attachments are not its affair.
 */
class TailleDesReponses extends OncePerRequestFilter {

    static final long OCTETS = 1_000_000;

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        String type = requete.getContentType();
        boolean json = type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
        if (json && requete.getContentLengthLong() < 0) {
            reponse.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (json && requete.getContentLengthLong() > OCTETS) {
            reponse.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            suite.doFilter(requete, reponse);
        }
    }
}

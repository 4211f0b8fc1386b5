package fr.ptce.candidature;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The agent has no business on this page; the message says so in French. */
@ResponseStatus(HttpStatus.FORBIDDEN)
class AccesRefuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccesRefuse(String message) {
        super(message);
    }
}

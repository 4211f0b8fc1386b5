package fr.ptce.moteur.securite;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The agent has no business on this page; the message says so in French. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class AccesRefuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AccesRefuse(String message) {
        super(message);
    }
}

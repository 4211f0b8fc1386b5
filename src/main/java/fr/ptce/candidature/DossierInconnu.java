package fr.ptce.candidature;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no dossier of this number, or the reader may not know of it: both look the same from outside. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class DossierInconnu extends RuntimeException {

    DossierInconnu(String numero) {
        super("No such dossier: " + numero);
    }
}

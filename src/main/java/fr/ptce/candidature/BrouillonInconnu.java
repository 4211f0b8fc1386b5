package fr.ptce.candidature;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no draft of this id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class BrouillonInconnu extends RuntimeException {}

package fr.ptce.portail;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.AccesRefuse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of the pilots share: who reads them, and what is said to those who may not. */
@ControllerAdvice(annotations = PageDePilote.class)
class CadreDesPilotes {

    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        return agent;
    }

    @ExceptionHandler(AccesRefuse.class)
    ModelAndView accesRefuse(AccesRefuse refus) {
        return PageDeRefus.de(HttpStatus.FORBIDDEN, "Accès refusé", refus.getMessage());
    }
}

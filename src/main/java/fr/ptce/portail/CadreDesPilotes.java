package fr.ptce.portail;

import fr.ptce.moteur.Agent;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of the pilots share: who may open them, and what is said to the others. */
@ControllerAdvice(annotations = PageDePilote.class)
class CadreDesPilotes {

    /** Runs before every page: nobody else reaches a controller. */
    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        if (agent == null || !agent.pilote()) {
            throw new AccesRefuse("Cette page est réservée aux pilotes et au comité de pilotage.");
        }
        return agent;
    }

    @ExceptionHandler(AccesRefuse.class)
    ModelAndView accesRefuse(AccesRefuse refus) {
        return PageDeRefus.de(HttpStatus.FORBIDDEN, "Accès refusé", refus.getMessage());
    }
}

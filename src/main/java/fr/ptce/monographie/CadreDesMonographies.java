package fr.ptce.monographie;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.AccesRefuse;
import fr.ptce.portail.PageDeRefus;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of this room share: who reads them, the words they use and their entry in the navigation. */
@ControllerAdvice(annotations = PageDeMonographie.class)
class CadreDesMonographies {

    private final AffichageDesMonographies affichage;

    CadreDesMonographies(AffichageDesMonographies affichage) {
        this.affichage = affichage;
    }

    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        return agent;
    }

    @ModelAttribute("aff")
    AffichageDesMonographies aff() {
        return affichage;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "monographies";
    }

    @ExceptionHandler
    ModelAndView refuser(AccesRefuse refus) {
        return PageDeRefus.de(HttpStatus.FORBIDDEN, "Accès refusé", refus.getMessage());
    }

    @ExceptionHandler
    ModelAndView refuser(MonographieInconnue inconnue) {
        return PageDeRefus.de(
                HttpStatus.NOT_FOUND,
                "Monographie introuvable",
                "Cette monographie n’existe pas, ou n’est pas dans vos régions.");
    }
}

package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of the pilots share: who may open them, the words they use, and what is said when something is refused. */
@ControllerAdvice(annotations = PageDePilote.class)
class CadreDesPilotes {

    private final Affichage affichage;

    CadreDesPilotes(Affichage affichage) {
        this.affichage = affichage;
    }

    /** Runs before every page: nobody else reaches a controller. */
    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        if (agent == null || !agent.pilote()) {
            throw new AccesRefuse("Cette page est réservée aux pilotes et au comité de pilotage.");
        }
        return agent;
    }

    @ModelAttribute("aff")
    Affichage aff() {
        return affichage;
    }

    @ExceptionHandler(AccesRefuse.class)
    ModelAndView accesRefuse(AccesRefuse refus) {
        return page(HttpStatus.FORBIDDEN, "Accès refusé", refus.getMessage());
    }

    @ExceptionHandler(DossierInconnu.class)
    ModelAndView dossierInconnu() {
        return page(
                HttpStatus.NOT_FOUND,
                "Dossier introuvable",
                "Ce dossier n’existe pas, ou il ne vous est pas ouvert. Vérifiez le numéro dans la liste des dossiers.");
    }

    @ExceptionHandler(ActionImpossible.class)
    ModelAndView actionImpossible(ActionImpossible refus) {
        return page(HttpStatus.CONFLICT, "Action impossible", refus.getMessage());
    }

    @ExceptionHandler(CampagneRefusee.class)
    ModelAndView campagneRefusee(CampagneRefusee refus) {
        return page(HttpStatus.UNPROCESSABLE_ENTITY, "Campagne non enregistrée", refus.getMessage());
    }

    private ModelAndView page(HttpStatus statut, String titre, String message) {
        ModelAndView page = new ModelAndView("candidature/refus");
        page.setStatus(statut);
        page.addObject("titre", titre);
        page.addObject("message", message);
        return page;
    }
}

package fr.ptce.pilotage;

import fr.ptce.portail.PageDeRefus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the pilots' actions share: the words they use, and what they say of what is not there. */
@ControllerAdvice(
        assignableTypes = {
            TachesDesPilotesController.class,
            ActionsSurLesParcoursController.class,
            IncidentsController.class
        })
class CadreDesActions {

    private final AffichageDesActions affichage;

    CadreDesActions(AffichageDesActions affichage) {
        this.affichage = affichage;
    }

    @ModelAttribute("aff")
    AffichageDesActions aff() {
        return affichage;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "pilotage";
    }

    @ExceptionHandler
    ModelAndView introuvable(Introuvable absente) {
        return PageDeRefus.de(absente.statut(), absente.titre(), absente.getMessage());
    }
}

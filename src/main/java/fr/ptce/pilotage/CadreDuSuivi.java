package fr.ptce.pilotage;

import fr.ptce.portail.PageDeRefus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the pilots' pages of this room share: the words they use, and what they say of what is not there. */
@ControllerAdvice(
        assignableTypes = {
            PilotageController.class,
            FrequentationController.class,
            InstancesController.class,
            TachesDesPilotesController.class,
            ActionsSurLesParcoursController.class,
            IncidentsController.class
        })
class CadreDuSuivi {

    private final AffichageDuSuivi affichage;

    CadreDuSuivi(AffichageDuSuivi affichage) {
        this.affichage = affichage;
    }

    @ModelAttribute("aff")
    AffichageDuSuivi aff() {
        return affichage;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "pilotage";
    }

    @ExceptionHandler
    ModelAndView introuvable(Introuvable absent) {
        return PageDeRefus.de(absent.statut(), absent.titre(), absent.getMessage());
    }
}

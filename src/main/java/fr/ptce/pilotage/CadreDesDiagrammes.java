package fr.ptce.pilotage;

import fr.ptce.portail.PageDeRefus;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the diagrams share: the words they use, and what is said about what is not there. */
@ControllerAdvice(assignableTypes = {FrequentationController.class, InstancesController.class})
class CadreDesDiagrammes {

    private final EnMots mots;

    CadreDesDiagrammes(EnMots mots) {
        this.mots = mots;
    }

    @ModelAttribute("mots")
    EnMots mots() {
        return mots;
    }

    @ExceptionHandler(InstanceInconnue.class)
    ModelAndView inconnue() {
        return PageDeRefus.de(
                HttpStatus.NOT_FOUND,
                "Processus introuvable",
                "Ce processus n’existe pas ou plus, ou il ne vous est pas ouvert.");
    }
}

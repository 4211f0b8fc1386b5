package fr.ptce.candidature;

import fr.ptce.portail.PageDeRefus;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the pilots' pages of this room share: the words they use, and what is said when something is refused. */
@ControllerAdvice(
        assignableTypes = {
            CampagnesController.class,
            CorrectionsController.class,
            DecisionsController.class,
            DossierController.class,
            LiensDuDossierController.class,
            ListeController.class
        })
class CadreDesDossiers {

    private final Affichage affichage;

    CadreDesDossiers(Affichage affichage) {
        this.affichage = affichage;
    }

    @ModelAttribute("aff")
    Affichage aff() {
        return affichage;
    }

    @ExceptionHandler(DossierInconnu.class)
    ModelAndView dossierInconnu() {
        return PageDeRefus.de(
                HttpStatus.NOT_FOUND,
                "Dossier introuvable",
                "Ce dossier n’existe pas, ou il ne vous est pas ouvert. Vérifiez le numéro dans la liste des dossiers.");
    }

    @ExceptionHandler(ActionImpossible.class)
    ModelAndView actionImpossible(ActionImpossible refus) {
        return PageDeRefus.de(HttpStatus.CONFLICT, "Action impossible", refus.getMessage());
    }

    @ExceptionHandler(CampagneRefusee.class)
    ModelAndView campagneRefusee(CampagneRefusee refus) {
        return PageDeRefus.de(HttpStatus.UNPROCESSABLE_ENTITY, "Campagne non enregistrée", refus.getMessage());
    }
}

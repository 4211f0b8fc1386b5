package fr.ptce.besoins;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pilots' pages of this room share: the words they use and their entry in the navigation. */
@ControllerAdvice(
        assignableTypes = {BesoinsDeLInitiativeController.class, LancementsController.class, RecensementController.class
        })
class CadreDesBesoins {

    private final AffichageDesBesoins affichage;

    CadreDesBesoins(AffichageDesBesoins affichage) {
        this.affichage = affichage;
    }

    @ModelAttribute("aff")
    AffichageDesBesoins aff() {
        return affichage;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "besoins";
    }
}

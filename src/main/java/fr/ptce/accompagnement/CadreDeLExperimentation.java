package fr.ptce.accompagnement;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pilots' pages of the experimentation share: the words they use and their entry in the navigation. */
@ControllerAdvice(
        assignableTypes = {AccompagnementController.class, ProjetController.class, SeminairesController.class})
class CadreDeLExperimentation {

    private final AffichageDesAccompagnateurs affichage;

    CadreDeLExperimentation(AffichageDesAccompagnateurs affichage) {
        this.affichage = affichage;
    }

    @ModelAttribute("aff")
    AffichageDesAccompagnateurs aff() {
        return affichage;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "accompagnement";
    }
}

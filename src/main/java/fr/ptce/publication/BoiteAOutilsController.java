package fr.ptce.publication;

import fr.ptce.annuaire.Referentiel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The public pages of the toolbox; they need no login and send nothing. */
@Controller
@RequestMapping("/boite-a-outils")
class BoiteAOutilsController {

    private final Referentiel referentiel = Referentiel.lire("2013-01");

    @GetMapping("/referentiel")
    String montrerLeReferentiel(Model vue) {
        vue.addAttribute("sansJeton", true);
        vue.addAttribute("referentiel", referentiel);
        return "publication/referentiel";
    }
}

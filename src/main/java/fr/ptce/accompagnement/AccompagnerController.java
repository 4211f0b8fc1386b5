package fr.ptce.accompagnement;

import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.VueDeFormulaire;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The public page on which somebody proposes to accompany projects. */
@Controller
@OuvertA(Visiteur.TOUS)
@RequestMapping("/accompagner")
class AccompagnerController {

    private final RecensementDesAccompagnateurs recensement;

    AccompagnerController(RecensementDesAccompagnateurs recensement) {
        this.recensement = recensement;
    }

    @GetMapping
    String remplir(Model vue) {
        vue.addAttribute(
                "vue",
                VueDeFormulaire.de(
                                "Devenir accompagnateur",
                                recensement.formulaire(),
                                recensement.contexte(),
                                "/accompagner")
                        .avecBouton("Proposer mon accompagnement"));
        return "accompagnement/accompagner";
    }

    @PostMapping
    @ResponseBody
    Map<String, String> deposer(@RequestBody Map<String, Object> soumission) {
        recensement.deposer(soumission);
        return Map.of("suite", "/accompagner/merci");
    }

    @GetMapping("/merci")
    String remercier(Model vue) {
        vue.addAttribute("sansJeton", true);
        return "accompagnement/accompagner-merci";
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }
}

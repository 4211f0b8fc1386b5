package fr.ptce.accompagnement;

import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.VueDeFormulaire;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The sheet of the accompagnateur who is logged in, kept up to date by themselves. */
@Controller
@OuvertA(Visiteur.AGENTS)
@RequestMapping("/ma-fiche")
class MaFicheController {

    private final Accompagnateurs accompagnateurs;
    private final RecensementDesAccompagnateurs recensement;
    private final AffichageDesAccompagnateurs affichage;

    MaFicheController(
            Accompagnateurs accompagnateurs,
            RecensementDesAccompagnateurs recensement,
            AffichageDesAccompagnateurs affichage) {
        this.accompagnateurs = accompagnateurs;
        this.recensement = recensement;
        this.affichage = affichage;
    }

    @GetMapping
    String montrer(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(defaultValue = "non") String enregistree,
            HttpServletResponse reponse,
            Model vue) {
        Optional<Accompagnateur> sienne = accompagnateurs.duCompte(agent.id());
        if (sienne.isEmpty()) {
            reponse.setStatus(HttpStatus.NOT_FOUND.value());
            return "accompagnement/sans-fiche";
        }
        Fiche fiche = sienne.get().fiche();
        vue.addAttribute("fiche", fiche);
        vue.addAttribute("aff", affichage);
        vue.addAttribute("enregistree", "oui".equals(enregistree));
        vue.addAttribute(
                "vue",
                VueDeFormulaire.de("Ma fiche", recensement.formulaireDeModification(), fiche.champs(), "/ma-fiche")
                        .avecBouton("Enregistrer ma fiche"));
        return "accompagnement/ma-fiche";
    }

    @PostMapping
    @ResponseBody
    Map<String, String> enregistrer(@AuthenticationPrincipal Agent agent, @RequestBody Map<String, Object> soumission) {
        recensement.modifier(
                accompagnateurs
                        .duCompte(agent.id())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No sheet")),
                soumission);
        return Map.of("suite", "/ma-fiche?enregistree=oui");
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }
}

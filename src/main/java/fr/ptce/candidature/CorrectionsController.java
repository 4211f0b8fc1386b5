package fr.ptce.candidature;

import fr.ptce.candidature.CorrectionDuDossier.SaisieIncomplete;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a pilot does on a dossier; each action has a page that says what will follow, and asks for the reason. */
@PageDePilote
@RequestMapping("/dossiers/{numero}")
class CorrectionsController {

    private static final Map<String, String> TITRES = Map.of(
            "categorie", "Corriger la catégorie",
            "region", "Corriger la région",
            "commentaire", "Ajouter un commentaire",
            "retrait", "Retirer la candidature");

    private static final String ACTION = "/{action:categorie|region|commentaire|retrait}";

    private final AccesAuxDossiers acces;
    private final CorrectionDuDossier correction;
    private final Dossiers dossiers;

    CorrectionsController(AccesAuxDossiers acces, CorrectionDuDossier correction, Dossiers dossiers) {
        this.acces = acces;
        this.correction = correction;
        this.dossiers = dossiers;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "dossiers";
    }

    @GetMapping(ACTION)
    ModelAndView demander(
            @AuthenticationPrincipal Agent agent, @PathVariable String numero, @PathVariable String action) {
        return formulaire(acces.ouvrir(agent, numero), action, "", "", null);
    }

    @PostMapping(ACTION)
    ModelAndView agir(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String numero,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String valeur,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        Dossier dossier = acces.ouvrir(agent, numero);
        try {
            suite.addFlashAttribute("succes", executer(agent, dossier, action, valeur, motif));
        } catch (SaisieIncomplete e) {
            return formulaire(dossier, action, valeur, motif, e.getMessage());
        }
        boolean visible = acces.rencontre(agent, dossiers.lire(numero));
        return visible
                ? new ModelAndView("redirect:/dossiers/{numero}", Map.of("numero", numero))
                : new ModelAndView("redirect:/dossiers");
    }

    private String executer(Agent agent, Dossier dossier, String action, String valeur, String motif) {
        switch (action) {
            case "categorie" -> {
                correction.corrigerCategorie(agent, dossier, valeur, motif);
                return "La catégorie du dossier " + dossier.numero() + " est corrigée.";
            }
            case "region" -> {
                correction.corrigerRegion(agent, dossier, valeur, motif);
                return "La région du dossier " + dossier.numero() + " est corrigée\u00a0: l’examen y reprend.";
            }
            case "commentaire" -> {
                correction.commenter(agent, dossier, motif);
                return "Votre commentaire est ajouté.";
            }
            default -> {
                correction.retirer(agent, dossier, motif);
                return "Le retrait du dossier " + dossier.numero()
                        + " est enregistré\u00a0; un courriel le confirme au porteur.";
            }
        }
    }

    private ModelAndView formulaire(Dossier dossier, String action, String valeur, String motif, String erreur) {
        ModelAndView page = new ModelAndView("candidature/action");
        page.setStatus(erreur == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("dossier", dossier);
        page.addObject("intitule", TITRES.get(action));
        page.addObject("action", action);
        page.addObject("valeur", valeur);
        page.addObject("motif", motif);
        page.addObject("erreur", erreur);
        page.addObject("categories", Libelles.listeDesCategories());
        page.addObject("regions", correction.regionsPossibles(dossier));
        return page;
    }
}

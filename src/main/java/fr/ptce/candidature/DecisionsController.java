package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.PageDePilote;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The committee decides several dossiers at once: choose, read again, confirm. */
@PageDePilote
@RequestMapping("/decisions")
class DecisionsController {

    private static final String REFUS = "Cette page est réservée au comité de pilotage.";

    private final DecisionsEnAttente enAttente;
    private final DecisionsParLot lot;

    DecisionsController(DecisionsEnAttente enAttente, DecisionsParLot lot) {
        this.enAttente = enAttente;
        this.lot = lot;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "decisions";
    }

    /** @param tout ticks every dossier of the page, for browsers without scripts */
    @OuvertA(value = Visiteur.COMITE, refus = REFUS)
    @GetMapping
    String liste(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "false") boolean tout,
            Model vue) {
        montrer(agent, page, vue);
        vue.addAttribute("coches", List.of());
        vue.addAttribute("tout", tout);
        vue.addAttribute("choix", DecisionsParLot.SUIVRE_LA_PROPOSITION);
        vue.addAttribute("motif", "");
        return "candidature/decisions";
    }

    /** Shows what is about to be decided; changes nothing. */
    @OuvertA(value = Visiteur.COMITE, refus = REFUS)
    @PostMapping("/relire")
    ModelAndView relire(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) List<String> numeros,
            @RequestParam(defaultValue = "") String choix,
            @RequestParam(defaultValue = "") String motif,
            Model vue) {
        List<String> choisis = Objects.requireNonNullElse(numeros, List.of());
        String erreur = erreur(choisis, choix, motif);
        vue.addAttribute("choix", choix);
        vue.addAttribute("motif", motif.strip());
        vue.addAttribute("decisions", Libelles.listeDesDecisions());
        if (erreur == null) {
            vue.addAttribute("attentes", enAttente.parmi(agent, choisis));
            return new ModelAndView("candidature/decisions-a-confirmer");
        }
        vue.addAttribute("erreur", erreur);
        vue.addAttribute("coches", choisis);
        vue.addAttribute("tout", false);
        montrer(agent, page, vue);
        return new ModelAndView("candidature/decisions", HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @OuvertA(value = Visiteur.COMITE, refus = REFUS)
    @PostMapping
    String decider(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(required = false) List<String> numeros,
            @RequestParam(defaultValue = "") String choix,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        List<String> choisis = Objects.requireNonNullElse(numeros, List.of());
        String erreur = erreur(choisis, choix, motif);
        if (erreur == null) {
            suite.addFlashAttribute("issues", lot.decider(agent, choisis, choix, motif.strip()));
        } else {
            suite.addFlashAttribute("erreur", erreur);
        }
        return "redirect:/decisions";
    }

    private void montrer(Agent agent, String page, Model vue) {
        int numero = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        vue.addAttribute("page", enAttente.page(agent, numero));
        vue.addAttribute("decisions", Libelles.listeDesDecisions());
    }

    private static String erreur(List<String> numeros, String choix, String motif) {
        if (numeros.isEmpty()) {
            return "Cochez au moins un dossier.";
        }
        if (!DecisionsParLot.SUIVRE_LA_PROPOSITION.equals(choix)
                && !Libelles.listeDesDecisions().containsKey(choix)) {
            return "Choisissez une décision.";
        }
        int longueur = motif.strip().length();
        if (longueur < CorrectionDuDossier.MOTIF_MINIMUM) {
            return "Indiquez le motif, en 10 caractères au moins\u00a0: il figure dans la lettre.";
        }
        return longueur > 2000 ? "Le motif compte 2 000 caractères au plus." : null;
    }
}

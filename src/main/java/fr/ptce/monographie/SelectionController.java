package fr.ptce.monographie;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.portail.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The choice of the pôles, with what the monographs cover already in view. */
@PageDeMonographie
@RequestMapping("/monographies/selection")
class SelectionController {

    private static final String REFUS = "Le choix des pôles est réservé aux pilotes.";
    private static final int PAR_PAGE = 25;

    private final PolesASelectionner poles;
    private final SelectionDesPoles selection;

    SelectionController(PolesASelectionner poles, SelectionDesPoles selection) {
        this.poles = poles;
        this.selection = selection;
    }

    @OuvertA(value = Visiteur.PILOTES_SEULS, refus = REFUS)
    @GetMapping
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @RequestParam(defaultValue = "1") int page) {
        Pages pages = Pages.de(poles.nombre(agent), PAR_PAGE, page);
        ModelAndView vue = new ModelAndView("monographie/selection");
        vue.addObject("poles", poles.liste(agent, PAR_PAGE, pages.depuis()));
        vue.addObject("regions", poles.regions());
        vue.addObject("themes", poles.themes());
        vue.addObject("milieux", poles.milieux());
        vue.addObject("genres", poles.genres());
        vue.addObject("tousLesMilieux", Milieu.values());
        vue.addObject("tousLesGenres", GenreDePole.values());
        pages.montrer(vue, numero -> "/monographies/selection?page=" + numero);
        return vue;
    }

    @OuvertA(value = Visiteur.PILOTES_SEULS, refus = REFUS)
    @PostMapping
    ModelAndView retenir(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(required = false) List<String> poles,
            HttpServletRequest requete,
            RedirectAttributes suite) {
        try {
            if (poles == null || poles.isEmpty()) {
                throw new ActionImpossible("Cochez au moins un pôle.");
            }
            int ouvertes = selection.retenir(agent, choix(poles, requete)).size();
            suite.addFlashAttribute(
                    "succes",
                    ouvertes == 1
                            ? "La monographie est ouverte. La tâche «\u00a0Désigner l’auteur\u00a0» attend les pilotes"
                                    + " nationaux dans Tasklist."
                            : ouvertes + " monographies sont ouvertes. Les tâches «\u00a0Désigner l’auteur\u00a0»"
                                    + " attendent les pilotes nationaux dans Tasklist.");
            return new ModelAndView("redirect:/monographies");
        } catch (ActionImpossible refus) {
            ModelAndView vue = montrer(agent, 1);
            vue.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            vue.addObject("erreur", refus.getMessage());
            vue.addObject("coches", poles == null ? List.of() : poles);
            return vue;
        }
    }

    private static List<SelectionDesPoles.Choix> choix(List<String> poles, HttpServletRequest requete) {
        List<SelectionDesPoles.Choix> choix = new ArrayList<>();
        for (String pole : poles) {
            try {
                choix.add(new SelectionDesPoles.Choix(
                        pole,
                        Milieu.de(String.valueOf(requete.getParameter("milieu-" + pole))),
                        GenreDePole.de(String.valueOf(requete.getParameter("genre-" + pole)))));
            } catch (IllegalArgumentException inconnu) {
                throw new ActionImpossible("Choisissez le milieu et le genre de chaque pôle coché.");
            }
        }
        return choix;
    }
}

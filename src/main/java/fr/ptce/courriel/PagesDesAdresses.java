package fr.ptce.courriel;

import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where pilots, the committee and administrators see the addresses that are not written to any more, and write to them
 * again. An address travels in the body of a request only: web logs keep the URLs.
 */
@Controller
@OuvertA(Visiteur.PILOTES)
@RequestMapping("/administration/courriels/adresses")
class PagesDesAdresses {

    static final int MONTREES = 500;

    private static final int LONGUEUR_DU_MOTIF = 300;

    private final AdressesSuspendues adresses;
    private final FormatFrancais formatFrancais = new FormatFrancais();

    PagesDesAdresses(AdressesSuspendues adresses) {
        this.adresses = adresses;
    }

    @ModelAttribute("fr")
    FormatFrancais fr() {
        return formatFrancais;
    }

    @GetMapping
    String liste(Model vue) {
        vue.addAttribute("adresses", adresses.toutes(MONTREES));
        vue.addAttribute("total", adresses.nombre());
        return "courriel/pages/adresses";
    }

    /** For what no server tells us: a message that came back later, or somebody who asked to be left alone. */
    @PostMapping("/suspendre")
    String suspendre(@RequestParam String adresse, @RequestParam String motif, RedirectAttributes suite) {
        String raison = motif.strip();
        if (raison.isEmpty() || raison.length() > LONGUEUR_DU_MOTIF) {
            return refus(suite, "Indiquez un motif de 1 à " + LONGUEUR_DU_MOTIF + " caractères.");
        }
        try {
            adresses.suspendre(Adresses.verifier(adresse.strip()).getAddress(), raison);
        } catch (AdresseInvalide e) {
            return refus(suite, "Indiquez une adresse de la forme nom@domaine.fr.");
        }
        return retour(suite, "L’adresse est suspendue\u00a0: plus aucun courriel ne lui est envoyé.");
    }

    private static String refus(RedirectAttributes suite, String message) {
        suite.addFlashAttribute("erreur", message);
        return "redirect:/administration/courriels/adresses";
    }

    /** Shows what is about to happen; changes nothing. */
    @PostMapping("/confirmer")
    String confirmer(@RequestParam String adresse, Model vue, RedirectAttributes suite) {
        return adresses.motif(adresse)
                .map(motif -> {
                    vue.addAttribute("adresse", adresse);
                    vue.addAttribute("motif", motif);
                    return "courriel/pages/adresse-a-retablir";
                })
                .orElseGet(() -> retour(suite, "Cette adresse n’était plus suspendue."));
    }

    @PostMapping("/lever")
    String lever(@RequestParam String adresse, RedirectAttributes suite) {
        return retour(
                suite,
                adresses.lever(adresse)
                        ? "L’adresse est rétablie\u00a0: les prochains courriels partiront."
                        : "Cette adresse n’était plus suspendue.");
    }

    private static String retour(RedirectAttributes suite, String message) {
        suite.addFlashAttribute("succes", message);
        return "redirect:/administration/courriels/adresses";
    }
}

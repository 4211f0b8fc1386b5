package fr.ptce.relance;

import fr.ptce.courriel.AdressesSuspendues;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Membres;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.Pages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows pilots what the next daily run would send, to whom and why, and lets the committee pause it. */
@Controller
@OuvertA(Visiteur.PILOTES)
@RequestMapping("/relances")
class RelancesController {

    static final int PAR_PAGE = 50;

    private static final FormatFrancais FORMAT = new FormatFrancais();

    /** What each kind of reminder is called. */
    static final Map<String, String> NATURES = Map.of(
            RelancePrevue.RAPPEL,
            "Rappel",
            RelancePrevue.DERNIER_RAPPEL,
            "Dernier rappel",
            RelancePrevue.AFFECTATION,
            "Tâche confiée",
            RelancePrevue.REMISE,
            "Remise au groupe",
            RelancePrevue.ESCALADE_RESPONSABLE,
            "Signalement au responsable du groupe",
            RelancePrevue.ESCALADE_GROUPE,
            "Signalement aux pilotes",
            RelancePrevue.ESCALADE_COMITE,
            "Signalement au comité");

    private final ProchainPassage passage;
    private final Relances relances;
    private final Membres membres;
    private final AdressesSuspendues adresses;

    RelancesController(ProchainPassage passage, Relances relances, Membres membres, AdressesSuspendues adresses) {
        this.passage = passage;
        this.relances = relances;
        this.membres = membres;
        this.adresses = adresses;
    }

    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        return agent;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "pilotage";
    }

    @GetMapping
    String montrer(@AuthenticationPrincipal Agent agent, @RequestParam(defaultValue = "1") int page, Model vue) {
        LocalDate jour = passage.jour();
        List<ProchainPassage.Annonce> annonces = passage.annonces(
                jour, region -> agent.decide() || agent.territoires().contains(region), agent.id());
        Pages pages = Pages.de(annonces.size(), PAR_PAGE, page);
        List<ProchainPassage.Annonce> montrees =
                annonces.subList(pages.depuis(), Math.min(pages.depuis() + PAR_PAGE, annonces.size()));
        vue.addAttribute("jour", FORMAT.jour(jour));
        vue.addAttribute("adressesSuspendues", adresses.nombre());
        vue.addAttribute("suspendu", passage.suspendu());
        vue.addAttribute("dirige", agent.decide());
        vue.addAttribute("nombre", annonces.size());
        vue.addAttribute("annonces", montrees);
        vue.addAttribute("noms", noms(montrees));
        vue.addAttribute("natures", NATURES);
        vue.addAttribute("page", pages.page());
        vue.addAttribute("pages", pages.pages());
        vue.addAttribute("passages", agent.decide() ? relances.passages() : List.of());
        vue.addAttribute("format", FORMAT);
        return "relance/relances";
    }

    @OuvertA(Visiteur.COMITE)
    @PostMapping("/suspension")
    String suspendre(RedirectAttributes suite) {
        passage.suspendre();
        suite.addFlashAttribute(
                "succes", "Les relances sont suspendues\u00a0: aucune ne part tant que vous ne les reprenez pas.");
        return "redirect:/relances";
    }

    @OuvertA(Visiteur.COMITE)
    @PostMapping("/reprise")
    String reprendre(RedirectAttributes suite) {
        passage.reprendre();
        suite.addFlashAttribute("succes", "Les relances reprennent.");
        return "redirect:/relances";
    }

    private Map<String, String> noms(List<ProchainPassage.Annonce> annonces) {
        return membres
                .parId(annonces.stream().map(ProchainPassage.Annonce::personne).collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(Membres.Membre::id, Membres.Membre::nom));
    }
}

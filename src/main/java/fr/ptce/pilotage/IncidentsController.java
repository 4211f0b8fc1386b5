package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.Pages;
import fr.ptce.portail.Tableur;
import fr.ptce.portail.Tableur.Colonne;
import fr.ptce.portail.Tableur.Feuille;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The automatic steps that failed, in plain French, with a button to have them tried again. */
@PageDePilote
@RequestMapping("/pilotage")
class IncidentsController {

    private static final int PAR_PAGE = 25;
    private static final String RETOUR = "redirect:/pilotage/incidents";

    private final Incidents incidents;
    private final NouvelsEssais essais;
    private final AffichageDuSuivi affichage;

    IncidentsController(Incidents incidents, NouvelsEssais essais, AffichageDuSuivi affichage) {
        this.incidents = incidents;
        this.essais = essais;
        this.affichage = affichage;
    }

    @GetMapping("/incidents")
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @RequestParam(defaultValue = "1") String page) {
        List<Incident> trouves = incidents.que(agent);
        Pages pages = Pages.de(trouves.size(), PAR_PAGE, numero(page));
        ModelAndView vue = new ModelAndView("pilotage/incidents");
        vue.addObject(
                "incidents",
                trouves.stream().skip(pages.depuis()).limit(PAR_PAGE).toList());
        vue.addObject("causes", parCause(agent, trouves));
        vue.addObject(
                "retentables",
                trouves.stream()
                        .filter(incident -> NouvelsEssais.retente(agent, incident))
                        .map(Incident::job)
                        .toList());
        vue.addObject("ensemble", NouvelsEssais.ENSEMBLE);
        vue.addObject("maximum", Incidents.MAXIMUM);
        vue.addObject("technique", agent.estDans(Groupes.ADMINISTRATION));
        pages.montrer(vue, autre -> "/pilotage/incidents?page=" + autre);
        return vue;
    }

    /** How many of each cause may be tried again. */
    private static Map<CauseDIncident, Integer> parCause(Agent agent, List<Incident> trouves) {
        Map<CauseDIncident, Integer> causes = new EnumMap<>(CauseDIncident.class);
        trouves.stream()
                .filter(incident -> NouvelsEssais.retente(agent, incident))
                .forEach(incident -> causes.merge(incident.cause(), 1, Integer::sum));
        return causes;
    }

    private static int numero(String page) {
        return page.matches("[0-9]{1,9}") ? Integer.parseInt(page) : 1;
    }

    @GetMapping({"/incidents.csv", "/incidents.xlsx"})
    void exporter(@AuthenticationPrincipal Agent agent, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        List<Incident> trouves = incidents.que(agent);
        Tableur.telecharger(
                requete, reponse, "incidents", List.of(Feuille.de("Incidents", colonnes(), trouves::forEach)));
    }

    private List<Colonne<Incident>> colonnes() {
        return List.of(
                new Colonne<>("Étape", Incident::etape),
                new Colonne<>("Parcours", Incident::processus),
                new Colonne<>("Dossier", Incident::dossier),
                new Colonne<>("Région", incident -> affichage.region(incident.region())),
                new Colonne<>("Depuis", incident -> affichage.moment(incident.depuis())),
                new Colonne<>("Cause", incident -> incident.cause().titre()),
                new Colonne<>("Suite", affichage::suite));
    }

    @PostMapping("/incidents/{job:[A-Za-z0-9-]{1,64}}/reessayer")
    String reessayer(@AuthenticationPrincipal Agent agent, @PathVariable String job, RedirectAttributes suite) {
        return tenter(() -> essais.un(agent, job), suite);
    }

    @PostMapping("/incidents/reessayer")
    String reessayerTous(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(defaultValue = "") String cause,
            RedirectAttributes suite) {
        return tenter(
                () -> essais.tous(
                        agent,
                        CauseDIncident.parId(cause)
                                .orElseThrow(() -> new ActionImpossible("Choisissez une cause de la liste."))),
                suite);
    }

    private static String tenter(Supplier<String> action, RedirectAttributes suite) {
        try {
            suite.addFlashAttribute("succes", action.get());
        } catch (ActionImpossible refus) {
            suite.addFlashAttribute("erreur", refus.getMessage());
        }
        return RETOUR;
    }
}

package fr.ptce.relance;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an agent makes and removes the addresses of their calendars, and where calendars read them. */
@Controller
class AgendaController {

    private static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Agendas agendas;
    private final FluxDAgenda flux;
    private final Regions regions;

    AgendaController(Agendas agendas, FluxDAgenda flux, Regions regions) {
        this.agendas = agendas;
        this.flux = flux;
        this.regions = regions;
    }

    @OuvertA(Visiteur.AGENTS)
    @GetMapping("/agenda")
    String montrer(@AuthenticationPrincipal Agent agent, Model vue) {
        List<Region> siennes = siennes(agent);
        vue.addAttribute("agent", agent);
        vue.addAttribute("agendas", agendas.de(agent));
        vue.addAttribute("regions", siennes);
        vue.addAttribute("noms", regions);
        vue.addAttribute("format", new FormatFrancais());
        return "relance/agenda";
    }

    private List<Region> siennes(Agent agent) {
        return regions.toutes().stream()
                .filter(region -> Agendas.suit(agent, region.code()))
                .toList();
    }

    /** @param region empty for the agent's own due dates */
    @OuvertA(Visiteur.AGENTS)
    @PostMapping("/agenda")
    String changer(
            @AuthenticationPrincipal Agent agent,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String region,
            RedirectAttributes suite) {
        String choisie = region.isEmpty() ? null : region;
        if (choisie != null
                && siennes(agent).stream().noneMatch(sienne -> sienne.code().equals(choisie))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if ("supprimer".equals(action)) {
            agendas.supprimer(agent, choisie);
            suite.addFlashAttribute("succes", "L’adresse ne donne plus rien.");
        } else {
            suite.addFlashAttribute("nouvelle", agendas.creer(agent, choisie));
        }
        return "redirect:/agenda";
    }

    /** The address is the whole proof of who reads. */
    @OuvertA(Visiteur.LIEN)
    @GetMapping("/agenda/{jeton}.ics")
    ResponseEntity<String> lire(@PathVariable String jeton) {
        return agendas.ouvrir(jeton)
                .map(agenda -> agenda.region() == null
                        ? flux.personnel(agenda.agent())
                        : flux.regional(
                                agenda.region(),
                                regions.parCode(agenda.region()).nom()))
                .map(calendrier -> ResponseEntity.ok().contentType(ICALENDAR).body(calendrier))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Membres;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import fr.ptce.portail.ActionMotivee;
import fr.ptce.portail.PageDePilote;
import fr.ptce.relance.TachesSuivies;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a pilot does with a whole process: each action says first what follows, and asks for the reason. */
@PageDePilote
@RequestMapping("/pilotage/instances/{id:[A-Za-z0-9-]{1,64}}/actions")
class ActionsSurLesParcoursController {

    private static final String RETOUR = "redirect:/pilotage/instances/{id}/actions";

    private final ActionsSurLesParcours actions;
    private final ArretDuParcours arret;
    private final TachesSuivies taches;
    private final TraceDesActions trace;
    private final Membres membres;

    ActionsSurLesParcoursController(
            ActionsSurLesParcours actions,
            ArretDuParcours arret,
            TachesSuivies taches,
            TraceDesActions trace,
            Membres membres) {
        this.actions = actions;
        this.arret = arret;
        this.taches = taches;
        this.trace = trace;
        this.membres = membres;
    }

    @GetMapping
    String montrer(@AuthenticationPrincipal Agent agent, @PathVariable String id, Model vue) {
        InstanceVisible instance = actions.ouvrir(agent, id);
        boolean enCours = instance.fin() == null;
        boolean dossier = trace.aUnDossier(instance.dossier());
        List<TraceDesActions.Trace> traces = dossier ? List.of() : trace.surLInstance(id);
        vue.addAttribute("instance", instance);
        vue.addAttribute("aUnDossier", dossier);
        vue.addAttribute("traces", traces);
        vue.addAttribute("noms", noms(traces));
        vue.addAttribute("taches", taches.deLInstance(id));
        vue.addAttribute("modifiable", enCours && Pouvoirs.intervient(agent, instance.region()));
        vue.addAttribute("seSuspendIci", ActionsSurLesParcours.seSuspendIci(instance));
        vue.addAttribute("lieu", arret.lieu(instance));
        vue.addAttribute("appelant", enCours ? actions.appelant(id).orElse(null) : null);
        vue.addAttribute("appeles", enCours ? actions.appeles(id) : 0);
        return "pilotage/actions";
    }

    private Map<String, String> noms(List<TraceDesActions.Trace> traces) {
        return membres
                .parId(traces.stream().map(TraceDesActions.Trace::auteur).collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(Membres.Membre::id, Membres.Membre::nom));
    }

    @PostMapping("/suspendre")
    String suspendre(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        ActionMotivee.tenter(
                "suspendre",
                motif,
                dit -> actions.suspendre(agent, id, dit),
                "Le parcours est suspendu\u00a0: ses tâches attendent, personne n’est relancé.",
                suite);
        return RETOUR;
    }

    @PostMapping("/reprendre")
    String reprendre(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        ActionMotivee.tenter(
                "reprendre",
                motif,
                dit -> actions.reprendre(agent, id, dit),
                "Le parcours a repris, là où il en était.",
                suite);
        return RETOUR;
    }

    @PostMapping("/annuler")
    String annuler(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        ActionMotivee.tenter(
                "annuler", motif, dit -> actions.annuler(agent, id, dit), "Le parcours est annulé.", suite);
        return RETOUR;
    }
}

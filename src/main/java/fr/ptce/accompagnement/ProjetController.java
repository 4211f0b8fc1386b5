package fr.ptce.accompagnement;

import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionMotivee;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PageDeRefus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One accompanied project: its story, and what a pilot may ask for at any moment. */
@PageDePilote
@RequestMapping("/accompagnement/projets/{id:[0-9]{1,18}}")
class ProjetController {

    private final ProjetsAccompagnes projets;
    private final Missions missions;
    private final Seances seances;
    private final ConduiteDuProjet conduite;
    private final Journal journal;
    private final Clock horloge;

    ProjetController(
            ProjetsAccompagnes projets,
            Missions missions,
            Seances seances,
            ConduiteDuProjet conduite,
            Journal journal,
            Clock horloge) {
        this.projets = projets;
        this.missions = missions;
        this.seances = seances;
        this.conduite = conduite;
        this.journal = journal;
        this.horloge = horloge;
    }

    @GetMapping
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        return sien(agent, id).map(this::page).orElseGet(ProjetController::introuvable);
    }

    private ModelAndView page(ProjetAccompagne projet) {
        ModelAndView vue = new ModelAndView("accompagnement/projet");
        vue.addObject("projet", projet);
        vue.addObject("missions", missions.duProjet(projet.id()));
        vue.addObject("seances", seances.duProjet(projet.id()));
        vue.addObject(
                "evenements",
                journal.duDossier(projet.initiative()).stream()
                        .filter(evenement -> "accompagnement".equals(evenement.nature()))
                        .toList());
        vue.addObject("demain", HeureDeParis.aujourdhui(horloge).plusDays(1));
        return vue;
    }

    @PostMapping("/suspendre")
    ModelAndView suspendre(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String motif,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate reprise,
            RedirectAttributes suite) {
        return agir(
                agent,
                id,
                "suspendre",
                motif,
                dit -> conduite.suspendre(agent, id, dit, reprise),
                "L’accompagnement est suspendu. La tâche «\u00a0Reprendre l’accompagnement\u00a0» vous attend dans Tasklist.",
                suite);
    }

    @PostMapping("/changer")
    ModelAndView changer(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String motif,
            RedirectAttributes suite) {
        return agir(
                agent,
                id,
                "changer",
                motif,
                dit -> conduite.changerDAccompagnateur(agent, id, dit),
                "La mission est retirée. La tâche «\u00a0Affecter un accompagnateur\u00a0» vous attend dans Tasklist.",
                suite);
    }

    @PostMapping("/arreter")
    ModelAndView arreter(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String motif,
            RedirectAttributes suite) {
        return agir(
                agent,
                id,
                "arreter",
                motif,
                dit -> conduite.arreter(agent, id, dit),
                "L’accompagnement est arrêté. Le porteur et l’accompagnateur en sont informés par courriel.",
                suite);
    }

    private ModelAndView agir(
            Agent agent,
            long id,
            String action,
            String motif,
            Consumer<String> effet,
            String succes,
            RedirectAttributes suite) {
        if (sien(agent, id).isEmpty()) {
            return introuvable();
        }
        ActionMotivee.tenter(action, motif, effet, succes, suite);
        return new ModelAndView("redirect:/accompagnement/projets/" + id);
    }

    private Optional<ProjetAccompagne> sien(Agent agent, long id) {
        return projets.chercher(id).filter(projet -> agent.suit(projet.region()));
    }

    private static ModelAndView introuvable() {
        return PageDeRefus.de(
                HttpStatus.NOT_FOUND,
                "Projet introuvable",
                "Cet accompagnement n’existe pas, ou n’est pas dans vos régions.");
    }
}

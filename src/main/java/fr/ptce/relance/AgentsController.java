package fr.ptce.relance;

import fr.ptce.annuaire.Groupe;
import fr.ptce.annuaire.Groupes;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Membres;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What agents settle for themselves: absences, how often they are written to, and who leads a group. */
@Controller
@OuvertA(Visiteur.AGENTS)
class AgentsController {

    private static final FormatFrancais FORMAT = new FormatFrancais();

    private final GestionDesAbsences absences;
    private final Preferences preferences;
    private final Responsables responsables;
    private final Groupes groupes;
    private final Membres membres;

    AgentsController(
            GestionDesAbsences absences,
            Preferences preferences,
            Responsables responsables,
            Groupes groupes,
            Membres membres) {
        this.absences = absences;
        this.preferences = preferences;
        this.responsables = responsables;
        this.groupes = groupes;
        this.membres = membres;
    }

    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        return agent;
    }

    @GetMapping("/absences")
    String absences(@AuthenticationPrincipal Agent agent, Model vue) {
        montrerLesAbsences(agent, vue);
        vue.addAttribute("saisie", Map.of("personne", agent.id(), "retour", true));
        vue.addAttribute("erreurs", List.of());
        return "relance/absences";
    }

    @PostMapping("/absences")
    ModelAndView declarer(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(defaultValue = "") String personne,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate du,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate au,
            @RequestParam(defaultValue = "") String remplacant,
            @RequestParam(defaultValue = "false") boolean retour,
            Model vue,
            RedirectAttributes suite) {
        try {
            absences.declarer(agent, personne, du, au, remplacant, retour);
        } catch (SoumissionRefusee refus) {
            montrerLesAbsences(agent, vue);
            Map<String, Object> saisie = new LinkedHashMap<>();
            saisie.put("personne", personne);
            saisie.put("du", du);
            saisie.put("au", au);
            saisie.put("remplacant", remplacant);
            saisie.put("retour", retour);
            vue.addAttribute("saisie", saisie);
            vue.addAttribute("erreurs", refus.erreurs());
            return new ModelAndView("relance/absences", vue.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        suite.addFlashAttribute("succes", "L’absence est enregistrée.");
        return new ModelAndView("redirect:/absences");
    }

    @PostMapping("/absences/{id}/annulation")
    String annuler(@AuthenticationPrincipal Agent agent, @PathVariable long id, RedirectAttributes suite) {
        absences.annuler(agent, id);
        suite.addFlashAttribute("succes", "L’absence est annulée\u00a0: les tâches encore ouvertes reviennent.");
        return "redirect:/absences";
    }

    @GetMapping("/preferences")
    String preferences(@AuthenticationPrincipal Agent agent, Model vue) {
        vue.addAttribute("rythme", preferences.de(agent.id()));
        return "relance/preferences";
    }

    @PostMapping("/preferences")
    String choisir(@AuthenticationPrincipal Agent agent, @RequestParam Rythme rythme, RedirectAttributes suite) {
        preferences.choisir(agent.id(), rythme);
        suite.addFlashAttribute("succes", "Votre choix est enregistré.");
        return "redirect:/preferences";
    }

    @OuvertA(Visiteur.COMITE)
    @GetMapping("/responsables")
    String responsables(Model vue) {
        Map<Groupe, List<Membres.Membre>> parGroupe = new LinkedHashMap<>();
        groupes.tous().stream()
                .filter(groupe -> !groupe.id().equals(Groupes.ADMINISTRATION))
                .forEach(groupe -> {
                    List<Membres.Membre> siens = membres.duGroupe(groupe.id());
                    if (!siens.isEmpty()) {
                        parGroupe.put(groupe, siens);
                    }
                });
        vue.addAttribute("groupes", parGroupe);
        vue.addAttribute("responsables", responsables.parGroupe());
        return "relance/responsables";
    }

    @OuvertA(Visiteur.COMITE)
    @PostMapping("/responsables/{groupe}")
    String designer(
            @PathVariable String groupe, @RequestParam(defaultValue = "") String personne, RedirectAttributes suite) {
        Groupe designe = groupes.parId(groupe).orElseThrow();
        boolean membre = membres.duGroupe(groupe).stream()
                .anyMatch(candidat -> candidat.id().equals(personne));
        if (!membre && !personne.isEmpty()) {
            throw new NoSuchElementException(personne);
        }
        responsables.designer(groupe, personne.isEmpty() ? null : personne);
        suite.addFlashAttribute(
                "succes", "Le responsable du groupe «\u00a0" + designe.nom() + "\u00a0» est enregistré.");
        return "redirect:/responsables";
    }

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String inconnu() {
        return "error";
    }

    private void montrerLesAbsences(Agent agent, Model vue) {
        vue.addAttribute("personnes", absences.personnes(agent));
        vue.addAttribute("remplacants", absences.remplacants(agent));
        vue.addAttribute("absences", absences.aVenir(agent));
        vue.addAttribute("format", FORMAT);
    }
}

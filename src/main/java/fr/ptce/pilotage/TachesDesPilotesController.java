package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Membres;
import fr.ptce.pilotage.ConduiteDesTaches.Ouverte;
import fr.ptce.pilotage.PersonnesPossibles.Personne;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.portail.ActionMotivee;
import fr.ptce.portail.PageDePilote;
import fr.ptce.relance.RelancesDites;
import fr.ptce.relance.TacheSuivie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One open task, whoever is awaited: what a pilot has to know of it, and what they may change. */
@PageDePilote
@RequestMapping("/pilotage/taches/{id:[A-Za-z0-9-]{1,64}}")
class TachesDesPilotesController {

    private static final String RETOUR = "redirect:/pilotage/taches/{id}";

    private final ConduiteDesTaches conduite;
    private final PersonnesPossibles personnes;
    private final InvitationsEnvoyees invitations;
    private final RelancesDites relances;
    private final TraceDesActions trace;
    private final Membres membres;
    private final Clock horloge;

    TachesDesPilotesController(
            ConduiteDesTaches conduite,
            PersonnesPossibles personnes,
            InvitationsEnvoyees invitations,
            RelancesDites relances,
            TraceDesActions trace,
            Membres membres,
            Clock horloge) {
        this.conduite = conduite;
        this.personnes = personnes;
        this.invitations = invitations;
        this.relances = relances;
        this.trace = trace;
        this.membres = membres;
        this.horloge = horloge;
    }

    @GetMapping
    String montrer(@AuthenticationPrincipal Agent agent, @PathVariable String id, Model vue) {
        Ouverte ouverte = conduite.ouvrir(agent, id);
        TacheSuivie tache = ouverte.tache();
        List<RelancesDites.Dite> dites = relances.deLaTache(id);
        boolean dossier = trace.aUnDossier(tache.dossier());
        List<TraceDesActions.Trace> traces = dossier ? List.of() : trace.surLInstance(tache.instance());
        vue.addAttribute("ouverte", ouverte);
        vue.addAttribute("tache", tache);
        vue.addAttribute("aUnDossier", dossier);
        vue.addAttribute("dites", dites);
        vue.addAttribute("traces", traces);
        vue.addAttribute("noms", noms(tache, dites, traces));
        montrerQuiEstAttendu(tache, vue);
        montrerLesBornes(vue);
        return "pilotage/tache";
    }

    private void montrerQuiEstAttendu(TacheSuivie tache, Model vue) {
        if (tache.externe()) {
            vue.addAttribute("correspondant", invitations.correspondant(tache).orElse(null));
            vue.addAttribute("invitee", invitations.derniere(tache).orElse(null));
        } else {
            List<Personne> possibles = personnes.pour(tache);
            vue.addAttribute("possibles", possibles);
            vue.addAttribute("absents", possibles.stream().anyMatch(personne -> personne.absenteJusquAu() != null));
        }
    }

    private void montrerLesBornes(Model vue) {
        LocalDate aujourdhui = HeureDeParis.aujourdhui(horloge);
        vue.addAttribute("auPlusTot", aujourdhui);
        vue.addAttribute("auPlusTard", aujourdhui.plus(ConduiteDesTaches.AU_PLUS_TARD));
    }

    private Map<String, String> noms(
            TacheSuivie tache, List<RelancesDites.Dite> dites, List<TraceDesActions.Trace> traces) {
        Set<String> ids = new HashSet<>();
        ids.add(tache.responsable());
        dites.stream().filter(dite -> !dite.externe()).forEach(dite -> ids.add(dite.destinataire()));
        traces.forEach(fait -> ids.add(fait.auteur()));
        ids.removeIf(Objects::isNull);
        return membres.parId(ids).values().stream().collect(Collectors.toMap(Membres.Membre::id, Membres.Membre::nom));
    }

    @PostMapping("/confier")
    String confier(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String personne,
            @RequestParam(defaultValue = "false") boolean malgreLAbsence,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        suite.addFlashAttribute("personne", personne);
        return tenter("confier", motif, dit -> conduite.confier(agent, id, personne, malgreLAbsence, dit), suite);
    }

    @PostMapping("/remettre")
    String remettre(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        return tenter("remettre", motif, dit -> conduite.remettreAuGroupe(agent, id, dit), suite);
    }

    /** The date is read here, so that one that cannot be read is refused like any other. */
    @PostMapping("/echeance")
    String changerLEcheance(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String echeance,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        suite.addFlashAttribute("echeance", echeance);
        return tenter("echeance", motif, dit -> conduite.changerLEcheance(agent, id, lire(echeance), dit), suite);
    }

    private static LocalDate lire(String date) {
        try {
            return date.isBlank() ? null : LocalDate.parse(date);
        } catch (DateTimeParseException illisible) {
            throw new ActionImpossible("Cette date n’est pas lisible. Écrivez-la ainsi\u00a0: 2027-01-15.");
        }
    }

    @PostMapping("/commentaire")
    String commenter(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes suite) {
        return tenter("commentaire", motif, dit -> conduite.commenter(agent, id, dit), suite);
    }

    @PostMapping("/invitation")
    String renvoyerLInvitation(
            @AuthenticationPrincipal Agent agent, @PathVariable String id, RedirectAttributes suite) {
        try {
            suite.addFlashAttribute("succes", conduite.renvoyerLInvitation(agent, id));
        } catch (ActionImpossible refus) {
            suite.addFlashAttribute("erreur", refus.getMessage());
        }
        return RETOUR;
    }

    private static String tenter(
            String action, String motif, Function<String, String> effet, RedirectAttributes suite) {
        ActionMotivee.tenter(action, motif, effet, suite);
        return RETOUR;
    }
}

package fr.ptce.accompagnement;

import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionMotivee;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PageDeRefus;
import fr.ptce.portail.Pages;
import fr.ptce.portail.Tableur;
import fr.ptce.portail.Tableur.Colonne;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The seminars as pilots follow them: who comes, who came, what was said of them. */
@PageDePilote
@RequestMapping("/accompagnement/seminaires")
class SeminairesController {

    private static final int PAR_PAGE = 25;
    private final Seminaires seminaires;
    private final Invites invites;
    private final ConduiteDuSeminaire conduite;
    private final CarnetDesInvites carnet;

    SeminairesController(
            Seminaires seminaires, Invites invites, ConduiteDuSeminaire conduite, CarnetDesInvites carnet) {
        this.seminaires = seminaires;
        this.invites = invites;
        this.conduite = conduite;
        this.carnet = carnet;
    }

    @GetMapping
    ModelAndView liste(@AuthenticationPrincipal Agent agent, @RequestParam(defaultValue = "1") int page) {
        Pages pages = Pages.de(seminaires.nombre(agent), PAR_PAGE, page);
        ModelAndView vue = new ModelAndView("accompagnement/seminaires");
        vue.addObject("lignes", seminaires.liste(agent, PAR_PAGE, pages.depuis()));
        pages.montrer(vue, numero -> "/accompagnement/seminaires?page=" + numero);
        return vue;
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        return sien(agent, id).map(this::page).orElseGet(SeminairesController::introuvable);
    }

    private ModelAndView page(Seminaire seminaire) {
        List<Invite> tous = invites.duSeminaire(seminaire.id());
        ModelAndView vue = new ModelAndView("accompagnement/seminaire");
        vue.addObject("seminaire", seminaire);
        vue.addObject(
                "quand",
                seminaire.debut() == null ? null : carnet.details(seminaire).get("quand"));
        vue.addObject("invites", tous);
        vue.addObject("modifiable", seminaire.etat() == EtatDuSeminaire.INVITATIONS);
        vue.addObject("utilite", moyenne(tous.stream().map(Invite::utilite).toList()));
        vue.addObject(
                "organisation", moyenne(tous.stream().map(Invite::organisation).toList()));
        return vue;
    }

    /** Null when nobody has said. */
    private static Double moyenne(List<Integer> notes) {
        OptionalDouble moyenne = notes.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return moyenne.isPresent() ? moyenne.getAsDouble() : null;
    }

    @GetMapping({"/{id:[0-9]{1,18}}/presence.csv", "/{id:[0-9]{1,18}}/presence.xlsx"})
    void telecharger(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        Seminaire seminaire =
                sien(agent, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No seminar"));
        Tableur.Feuille feuille = Tableur.Feuille.de(
                "Présence " + seminaire.reference(),
                List.of(
                        new Colonne<>("Nom", Invite::nom),
                        new Colonne<>("Courriel", Invite::courriel),
                        new Colonne<>("Réponse", Invite::reponseEnClair),
                        new Colonne<>("Présent", invite -> invite.present() ? "oui" : "non"),
                        new Colonne<>("Message", Invite::message)),
                invites.duSeminaire(id)::forEach);
        Tableur.telecharger(requete, reponse, "presence-" + seminaire.reference(), List.of(feuille));
    }

    @PostMapping("/{id:[0-9]{1,18}}/reporter")
    ModelAndView reporter(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String motif,
            RedirectAttributes suite) {
        return agir(
                agent,
                id,
                "reporter",
                motif,
                dit -> conduite.reporter(id, dit),
                "Le séminaire est reporté. La tâche «\u00a0Choisir la date\u00a0» vous attend dans Tasklist.",
                suite);
    }

    @PostMapping("/{id:[0-9]{1,18}}/annuler")
    ModelAndView annuler(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String motif,
            RedirectAttributes suite) {
        return agir(
                agent,
                id,
                "annuler",
                motif,
                dit -> conduite.annuler(id, dit),
                "Le séminaire est annulé. Les personnes invitées en sont informées par courriel.",
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
        return new ModelAndView("redirect:/accompagnement/seminaires/" + id);
    }

    private Optional<Seminaire> sien(Agent agent, long id) {
        return seminaires.chercher(id).filter(seminaire -> agent.suit(seminaire.region()));
    }

    private static ModelAndView introuvable() {
        return PageDeRefus.de(
                HttpStatus.NOT_FOUND,
                "Séminaire introuvable",
                "Ce séminaire n’existe pas, ou n’est pas dans vos régions.");
    }
}

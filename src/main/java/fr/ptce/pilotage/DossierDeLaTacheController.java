package fr.ptce.pilotage;

import fr.ptce.annuaire.BesoinsQualifies;
import fr.ptce.besoins.AffichageDesBesoins;
import fr.ptce.candidature.Affichage;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.pilotage.SujetsDesTaches.Sujet;
import fr.ptce.portail.PageEncadree;
import fr.ptce.portail.PieceOuverte;
import fr.ptce.portail.PiecesJointes;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The <i>Dossier</i> tab of Tasklist: what a task is about, for whoever may read the task. Pilots get the page of the
 * dossier that they know; accompagnateurs and rédacteurs get what concerns them of it.
 */
@PageEncadree
@OuvertA(Visiteur.AGENTS)
@RequestMapping("/pilotage/taches/{tache:[\\w-]{1,64}}")
class DossierDeLaTacheController {

    private final SujetsDesTaches sujets;
    private final InstancesVisibles instances;
    private final PagesDesSujets pagesDesSujets;
    private final FaitsDuDossier faits;
    private final PiecesJointes pieces;
    private final BesoinsQualifies besoins;
    private final Affichage affichage;
    private final AffichageDesBesoins affichageDesBesoins;

    DossierDeLaTacheController(
            SujetsDesTaches sujets,
            InstancesVisibles instances,
            PagesDesSujets pagesDesSujets,
            FaitsDuDossier faits,
            PiecesJointes pieces,
            BesoinsQualifies besoins,
            Affichage affichage,
            AffichageDesBesoins affichageDesBesoins) {
        this.sujets = sujets;
        this.instances = instances;
        this.pagesDesSujets = pagesDesSujets;
        this.faits = faits;
        this.pieces = pieces;
        this.besoins = besoins;
        this.affichage = affichage;
        this.affichageDesBesoins = affichageDesBesoins;
    }

    @ModelAttribute("agent")
    Agent agent(@AuthenticationPrincipal Agent agent) {
        return agent;
    }

    @GetMapping("/dossier")
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @PathVariable String tache) {
        return ouvrir(agent, tache).map(sujet -> page(agent, sujet)).orElseGet(DossierDeLaTacheController::introuvable);
    }

    @GetMapping("/pieces/{id}")
    ResponseEntity<Resource> piece(
            @AuthenticationPrincipal Agent agent, @PathVariable String tache, @PathVariable long id) {
        return ouvrir(agent, tache)
                .filter(sujet -> sujet.dossier() != null)
                .flatMap(sujet -> pieces.ouvrir(id)
                        .filter(ouverte ->
                                sujet.dossier().numero().equals(ouverte.piece().proprietaire())))
                .map(PieceOuverte::telecharger)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Sujet> ouvrir(Agent agent, String tache) {
        return sujets.lire(tache).filter(sujet -> concerne(agent, sujet));
    }

    /**
     * Beyond what the engine checks: the conflict of interest is declared on the dossier, and the task may belong to
     * another process of the same initiative.
     */
    private boolean concerne(Agent agent, Sujet sujet) {
        if (sujet.dossier() == null) {
            return true;
        }
        String numero = sujet.dossier().numero();
        return agent.pilote()
                ? instances.rencontre(agent, sujet.dossier().region(), numero)
                : !instances.enConflit(agent, numero);
    }

    private ModelAndView page(Agent agent, Sujet sujet) {
        if (sujet.dossier() == null) {
            return sansDossier(agent, sujet);
        }
        return agent.pilote() && sujet.estLeDossier()
                ? new ModelAndView("redirect:/dossiers/" + sujet.dossier().numero())
                : dossier(agent, sujet);
    }

    private ModelAndView dossier(Agent agent, Sujet sujet) {
        String numero = sujet.dossier().numero();
        ModelAndView vue = vue("pilotage/dossier-de-la-tache", agent, sujet);
        vue.addObject("aff", affichage);
        vue.addObject("affBesoins", affichageDesBesoins);
        vue.addObject("dossier", sujet.dossier());
        vue.addObject("pieces", pieces.liste(numero));
        vue.addObject(
                "besoins", besoins.des(List.of(numero)).stream().findFirst().orElse(null));
        vue.addObject("faits", faits.de(numero));
        return vue;
    }

    private ModelAndView sansDossier(Agent agent, Sujet sujet) {
        return vue("pilotage/tache-sans-dossier", agent, sujet);
    }

    private ModelAndView vue(String gabarit, Agent agent, Sujet sujet) {
        ModelAndView vue = new ModelAndView(gabarit);
        vue.addObject("sujet", sujet);
        vue.addObject(
                "pageDuSujet", pagesDesSujets.chercher(agent, sujet.reference()).orElse(null));
        return vue;
    }

    private static ModelAndView introuvable() {
        ModelAndView vue = new ModelAndView("relance/tache-introuvable");
        vue.setStatus(HttpStatus.NOT_FOUND);
        return vue;
    }
}

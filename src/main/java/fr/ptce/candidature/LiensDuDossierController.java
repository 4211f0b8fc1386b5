package fr.ptce.candidature;

import fr.ptce.annuaire.Journal;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.LienEtabli;
import fr.ptce.portail.Liens;
import fr.ptce.portail.PageDePilote;
import fr.ptce.relance.CourrielsImmediats;
import fr.ptce.relance.TacheSuivie;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The personal links of a dossier: a pilot sends a new one, or makes one invalid. */
@PageDePilote
@RequestMapping("/dossiers/{numero}/liens")
class LiensDuDossierController {

    private static final String RETOUR = "redirect:/dossiers/{numero}/liens";

    private final AccesAuxDossiers acces;
    private final Liens liens;
    private final CourrielsImmediats courriels;
    private final Journal journal;

    LiensDuDossierController(AccesAuxDossiers acces, Liens liens, CourrielsImmediats courriels, Journal journal) {
        this.acces = acces;
        this.liens = liens;
        this.courriels = courriels;
        this.journal = journal;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "dossiers";
    }

    @GetMapping
    String montrer(@AuthenticationPrincipal Agent agent, @PathVariable String numero, Model vue) {
        vue.addAttribute("dossier", acces.ouvrir(agent, numero));
        vue.addAttribute("liens", liens.duDossier(numero));
        vue.addAttribute("taches", courriels.tachesExterieures(numero));
        return "candidature/liens";
    }

    @PostMapping("/suivi")
    String envoyerUnLienDeSuivi(
            @AuthenticationPrincipal Agent agent, @PathVariable String numero, RedirectAttributes suite) {
        Dossier dossier = avecUneAdresse(acces.ouvrir(agent, numero));
        courriels.envoyerUnLienDeSuivi(CarnetDuPorteur.ROLE, numero, dossier.region());
        journal.consigner(numero, "lien", agent.id(), "Un nouveau lien de suivi est envoyé au porteur.");
        suite.addFlashAttribute(
                "succes", "Un nouveau lien de suivi part à l’adresse " + dossier.contactCourriel() + ".");
        return RETOUR;
    }

    @PostMapping("/taches/{tache}")
    String renouvelerLInvitation(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String numero,
            @PathVariable String tache,
            RedirectAttributes suite) {
        Dossier dossier = avecUneAdresse(acces.ouvrir(agent, numero));
        TacheSuivie attendue = courriels
                .tacheExterieure(numero, tache)
                .orElseThrow(
                        () -> new ActionImpossible("Cette tâche est terminée : son lien ne se renouvelle plus.", null));
        courriels.renouvelerLInvitation(tache);
        journal.consigner(numero, "lien", agent.id(), "Un nouveau lien est envoyé pour « " + attendue.nom() + " ».");
        suite.addFlashAttribute("succes", "Un nouveau lien part à l’adresse " + dossier.contactCourriel() + ".");
        return RETOUR;
    }

    /** A link of another dossier is as unknown as one that does not exist. */
    @PostMapping("/{id}/revocation")
    String revoquer(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String numero,
            @PathVariable long id,
            RedirectAttributes suite) {
        acces.ouvrir(agent, numero);
        List<LienEtabli> connus = liens.duDossier(numero);
        if (connus.stream().noneMatch(lien -> lien.id() == id)) {
            throw new DossierInconnu(numero);
        }
        liens.revoquer(id);
        journal.consigner(numero, "lien", agent.id(), "Un lien personnel est révoqué.");
        suite.addFlashAttribute("succes", "Le lien est révoqué : il n’ouvre plus rien.");
        return RETOUR;
    }

    private static Dossier avecUneAdresse(Dossier dossier) {
        if (!dossier.aUneAdresse()) {
            throw new ActionImpossible("Ce dossier n’a pas d’adresse de contact : rien ne peut lui être écrit.", null);
        }
        return dossier;
    }
}

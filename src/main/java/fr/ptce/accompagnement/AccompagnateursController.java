package fr.ptce.accompagnement;

import fr.ptce.accompagnement.Accompagnateurs.Critere;
import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Region;
import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PageDeRefus;
import fr.ptce.portail.Pages;
import fr.ptce.portail.VueDeFormulaire;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The people who accompany projects, as pilots look for them: by region, skill and level. */
@PageDePilote
@RequestMapping("/accompagnateurs")
class AccompagnateursController {

    private static final int PAR_PAGE = 25;

    private final Accompagnateurs accompagnateurs;
    private final RecensementDesAccompagnateurs recensement;
    private final AffichageDesAccompagnateurs affichage;
    private final Besoins besoins;

    AccompagnateursController(
            Accompagnateurs accompagnateurs,
            RecensementDesAccompagnateurs recensement,
            AffichageDesAccompagnateurs affichage,
            Besoins besoins) {
        this.accompagnateurs = accompagnateurs;
        this.recensement = recensement;
        this.affichage = affichage;
        this.besoins = besoins;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "accompagnateurs";
    }

    @ModelAttribute("aff")
    AffichageDesAccompagnateurs aff() {
        return affichage;
    }

    @GetMapping
    ModelAndView liste(@AuthenticationPrincipal Agent agent, @RequestParam Map<String, String> parametres) {
        List<Region> siennes = regions(agent);
        Critere critere = critere(parametres, siennes);
        Pages pages = Pages.de(accompagnateurs.nombre(agent, critere), PAR_PAGE, entier(parametres.get("page"), 1));
        ModelAndView vue = new ModelAndView("accompagnement/accompagnateurs");
        vue.addObject("invitee", "oui".equals(parametres.get("invitee")));
        vue.addObject("critere", critere);
        vue.addObject("lignes", accompagnateurs.liste(agent, critere, PAR_PAGE, pages.depuis()));
        pages.montrer(vue, numero -> adresse(critere, numero));
        vue.addObject("regions", siennes);
        vue.addObject("besoins", besoins.liste(besoins.version()));
        vue.addObject("etats", EtatAccompagnateur.values());
        vue.addObject("niveaux", AffichageDesAccompagnateurs.NIVEAUX);
        return vue;
    }

    @GetMapping("/inviter")
    ModelAndView inviter() {
        return new ModelAndView(
                "accompagnement/inviter",
                "vue",
                VueDeFormulaire.de(
                                "Inviter quelqu’un",
                                recensement.formulaireDInvitation(),
                                Map.of(),
                                "/accompagnateurs/inviter")
                        .avecBouton("Envoyer l’invitation"));
    }

    @PostMapping("/inviter")
    @ResponseBody
    Map<String, String> inviter(@AuthenticationPrincipal Agent agent, @RequestBody Map<String, Object> soumission) {
        recensement.inviter(agent, soumission);
        return Map.of("suite", "/accompagnateurs?invitee=oui");
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    ModelAndView fiche(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        return accompagnateurs
                .chercher(id)
                .filter(trouve -> trouve.fiche().regions().stream().anyMatch(agent::suit))
                .map(trouve -> new ModelAndView("accompagnement/accompagnateur", "accompagnateur", trouve))
                .orElseGet(() -> PageDeRefus.de(
                        HttpStatus.NOT_FOUND,
                        "Fiche introuvable",
                        "Cette fiche n’existe pas, ou cette personne n’intervient pas dans vos régions."));
    }

    private List<Region> regions(Agent agent) {
        return recensement.regionsDuProgramme().stream()
                .filter(region -> agent.suit(region.code()))
                .toList();
    }

    /** What is not understood is left out. */
    private Critere critere(Map<String, String> parametres, List<Region> siennes) {
        return new Critere(
                Stream.of(EtatAccompagnateur.values())
                        .filter(etat -> etat.id().equals(parametres.get("etat")))
                        .findFirst()
                        .orElse(null),
                siennes.stream()
                        .map(Region::code)
                        .filter(code -> code.equals(parametres.get("region")))
                        .findFirst()
                        .orElse(null),
                besoins.liste(besoins.version()).stream()
                        .map(besoin -> besoin.id())
                        .filter(id -> id.equals(parametres.get("besoin")))
                        .findFirst()
                        .orElse(null),
                Math.min(entier(parametres.get("niveau"), 1), AffichageDesAccompagnateurs.NIVEAUX.size()));
    }

    private static int entier(String saisie, int defaut) {
        return saisie != null && saisie.matches("[1-9]\\d{0,5}") ? Integer.parseInt(saisie) : defaut;
    }

    private static String adresse(Critere critere, int page) {
        UriComponentsBuilder adresse =
                UriComponentsBuilder.fromPath("/accompagnateurs").queryParam("page", page);
        if (critere.etat() != null) {
            adresse.queryParam("etat", critere.etat().id());
        }
        if (critere.region() != null) {
            adresse.queryParam("region", critere.region());
        }
        if (critere.besoin() != null) {
            adresse.queryParam("besoin", critere.besoin()).queryParam("niveau", critere.niveau());
        }
        return adresse.toUriString();
    }
}

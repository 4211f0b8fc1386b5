package fr.ptce.candidature;

import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.PageDePilote;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calls for candidatures: every pilot reads them, national pilots and the committee change them. */
@PageDePilote
@RequestMapping("/campagnes")
class CampagnesController {

    private static final String REFUS = "Seuls les pilotes nationaux et le comité de pilotage modifient les campagnes.";

    /** What was typed, as it was typed: dates as {@code 2026-12-01T09:00}, in Paris time. */
    record Saisie(String code, String nom, String ouverture, String fermeture, String decoupage, String seuil) {

        static Saisie vierge() {
            return new Saisie("", "", "", "", "2016", "2");
        }

        static Saisie de(Campagne campagne) {
            return new Saisie(
                    campagne.code(),
                    campagne.nom(),
                    aParis(campagne.ouverture()),
                    aParis(campagne.fermeture()),
                    String.valueOf(campagne.decoupage()),
                    String.valueOf(campagne.seuilDivergence()));
        }

        private static String aParis(Instant instant) {
            String ecrit = LocalDateTime.ofInstant(instant, HeureDeParis.ZONE).toString();
            return ecrit.substring(0, "2026-12-01T09:00".length());
        }
    }

    private final Campagnes campagnes;
    private final ListeDesDossiers dossiers;
    private final AuNomDeLApplication application;
    private final Clock horloge;

    CampagnesController(
            Campagnes campagnes, ListeDesDossiers dossiers, AuNomDeLApplication application, Clock horloge) {
        this.campagnes = campagnes;
        this.dossiers = dossiers;
        this.application = application;
        this.horloge = horloge;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "campagnes";
    }

    @GetMapping
    String liste(@AuthenticationPrincipal Agent agent, Model vue) {
        vue.addAttribute("campagnes", campagnes.toutes());
        vue.addAttribute("nombres", dossiers.parCampagne(agent));
        vue.addAttribute("etats", Arrays.asList(EtatDossier.values()));
        vue.addAttribute("maintenant", horloge.instant());
        vue.addAttribute("gere", Visiteur.PILOTES_NATIONAUX.admet(agent));
        return "candidature/campagnes";
    }

    @OuvertA(value = Visiteur.PILOTES_NATIONAUX, refus = REFUS)
    @GetMapping("/nouvelle")
    ModelAndView nouvelle() {
        return formulaire(null, Saisie.vierge(), null);
    }

    @OuvertA(value = Visiteur.PILOTES_NATIONAUX, refus = REFUS)
    @PostMapping("/nouvelle")
    ModelAndView creer(@ModelAttribute Saisie saisie, RedirectAttributes suite) {
        return enregistrer(null, saisie, suite, () -> application.faire(() -> creer(saisie)));
    }

    @OuvertA(value = Visiteur.PILOTES_NATIONAUX, refus = REFUS)
    @GetMapping("/{id}/dates")
    ModelAndView dates(@PathVariable long id) {
        Campagne campagne = lire(id);
        return formulaire(campagne, Saisie.de(campagne), null);
    }

    @OuvertA(value = Visiteur.PILOTES_NATIONAUX, refus = REFUS)
    @PostMapping("/{id}/dates")
    ModelAndView changerLesDates(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ouverture,
            @RequestParam(defaultValue = "") String fermeture,
            RedirectAttributes suite) {
        Campagne campagne = lire(id);
        Saisie avant = Saisie.de(campagne);
        Saisie saisie = new Saisie(avant.code(), avant.nom(), ouverture, fermeture, avant.decoupage(), avant.seuil());
        return enregistrer(
                campagne,
                saisie,
                suite,
                () -> application.faire(() -> campagnes.changerLesDates(id, instant(ouverture), instant(fermeture))));
    }

    private Campagne creer(Saisie saisie) {
        return campagnes.creer(
                texte(saisie.code()),
                texte(saisie.nom()),
                instant(saisie.ouverture()),
                instant(saisie.fermeture()),
                (int) nombre(saisie.decoupage()),
                nombre(saisie.seuil()));
    }

    private ModelAndView enregistrer(
            Campagne campagne, Saisie saisie, RedirectAttributes suite, Supplier<Campagne> action) {
        try {
            Campagne enregistree = action.get();
            suite.addFlashAttribute("succes", "La campagne «\u00a0" + enregistree.nom() + "\u00a0» est enregistrée.");
            return new ModelAndView("redirect:/campagnes");
        } catch (CampagneRefusee e) {
            return formulaire(campagne, saisie, e.getMessage());
        } catch (DuplicateKeyException e) {
            return formulaire(campagne, saisie, "Une campagne porte déjà ce code.");
        }
    }

    private static ModelAndView formulaire(Campagne campagne, Saisie saisie, String erreur) {
        ModelAndView page = new ModelAndView("candidature/campagne");
        page.setStatus(erreur == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("titre", campagne == null ? "Créer une campagne" : "Changer les dates");
        page.addObject("campagne", campagne);
        page.addObject("saisie", saisie);
        page.addObject("erreur", erreur);
        return page;
    }

    private Campagne lire(long id) {
        try {
            return campagnes.lire(id);
        } catch (EmptyResultDataAccessException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No campaign " + id, e);
        }
    }

    private static String texte(String saisie) {
        return saisie == null ? "" : saisie.strip();
    }

    /** Null when it is no date: the rules of the campaigns say so. */
    private static Instant instant(String saisie) {
        try {
            return LocalDateTime.parse(texte(saisie)).atZone(HeureDeParis.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Zero when it is no number: the rules of the campaigns refuse it. */
    private static double nombre(String saisie) {
        String chiffres = texte(saisie).replace(',', '.');
        return chiffres.matches("\\d{1,6}(\\.\\d{1,3})?") ? Double.parseDouble(chiffres) : 0;
    }
}

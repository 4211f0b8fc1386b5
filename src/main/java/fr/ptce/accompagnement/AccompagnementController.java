package fr.ptce.accompagnement;

import fr.ptce.accompagnement.Avancement.Case;
import fr.ptce.base.HeureDeParis;
import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PageDeRefus;
import fr.ptce.portail.Pages;
import fr.ptce.portail.Tableur;
import fr.ptce.portail.Tableur.Colonne;
import fr.ptce.portail.VueDeFormulaire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The regional experimentation as pilots follow it: progress by region and project, a year, its opening, the handbook. */
@PageDePilote
@RequestMapping("/accompagnement")
class AccompagnementController {

    private static final int PAR_PAGE = 25;
    private static final int TOUTES = 1000;

    private final Avancement avancement;
    private final RetardsDeLAccompagnement retards;
    private final ConduiteDeLAnnee conduite;
    private final AnneesRegionales annees;
    private final Seminaires seminaires;
    private final Cahiers cahiers;
    private final AffichageDesAccompagnateurs affichage;
    private final Clock horloge;

    AccompagnementController(
            Avancement avancement,
            RetardsDeLAccompagnement retards,
            ConduiteDeLAnnee conduite,
            AnneesRegionales annees,
            Seminaires seminaires,
            Cahiers cahiers,
            AffichageDesAccompagnateurs affichage,
            Clock horloge) {
        this.avancement = avancement;
        this.retards = retards;
        this.conduite = conduite;
        this.annees = annees;
        this.seminaires = seminaires;
        this.cahiers = cahiers;
        this.affichage = affichage;
        this.horloge = horloge;
    }

    @GetMapping
    ModelAndView avancement(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(required = false) Integer annee,
            @RequestParam(defaultValue = "1") int page) {
        List<Integer> connues = avancement.annees(agent);
        int choisie = choisir(annee, connues);
        Avancement.Totaux totaux = avancement.totaux(agent, choisie);
        Pages pages = Pages.de(totaux.regions(), PAR_PAGE, page);
        List<Avancement.Ligne> lignes = avancement.lignes(agent, choisie, PAR_PAGE, pages.depuis());
        ModelAndView vue = new ModelAndView("accompagnement/avancement");
        vue.addObject("annees", connues);
        vue.addObject("annee", choisie);
        vue.addObject("totaux", totaux);
        vue.addObject("lignes", lignes);
        vue.addObject("retards", retards(lignes.stream().flatMap(ligne -> ligne.projets().stream())));
        vue.addObject("cahier", cahiers.existe(choisie));
        pages.montrer(vue, numero -> "/accompagnement?annee=" + choisie + "&page=" + numero);
        return vue;
    }

    /** The year asked for when the agent has it, else the latest one, else this one. */
    private int choisir(Integer demandee, List<Integer> connues) {
        if (demandee != null && connues.contains(demandee)) {
            return demandee;
        }
        return connues.isEmpty() ? HeureDeParis.aujourdhui(horloge).getYear() : connues.get(0);
    }

    private Map<String, RetardsDeLAccompagnement.Retard> retards(Stream<Case> projets) {
        return retards.parInstance(
                projets.map(Case::instance).filter(Objects::nonNull).toList());
    }

    @GetMapping({"/avancement.csv", "/avancement.xlsx"})
    void telecharger(
            @AuthenticationPrincipal Agent agent,
            @RequestParam(required = false) Integer annee,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        int choisie = choisir(annee, avancement.annees(agent));
        Tableur.Feuille feuille = Tableur.Feuille.de("Avancement " + choisie, colonnes(), sortie -> avancement
                .lignes(agent, choisie, TOUTES, 0)
                .forEach(ligne -> ligne.projets()
                        .forEach(projet -> sortie.accept(
                                Map.entry(affichage.region(ligne.annee().region()), projet)))));
        Tableur.telecharger(requete, reponse, "avancement-ptce-" + choisie, List.of(feuille));
    }

    /** Of a project and the name of its region. */
    private static List<Colonne<Map.Entry<String, Case>>> colonnes() {
        return List.of(
                new Colonne<>("Région", Map.Entry::getKey),
                deLaCase("Initiative", Case::initiative),
                deLaCase("Nom", Case::nom),
                deLaCase("Étape", projet -> projet.etat().libelle()),
                deLaCase("Accompagnateur", Case::accompagnateur),
                deLaCase("Séances tenues", Case::seances),
                deLaCase("Séances prévues", Case::seancesPrevues),
                deLaCase("Heures", Case::heures),
                deLaCase("Satisfaction (1 à 5)", Case::satisfaction));
    }

    private static Colonne<Map.Entry<String, Case>> deLaCase(String titre, Function<Case, ?> cellule) {
        return new Colonne<>(titre, entree -> cellule.apply(entree.getValue()));
    }

    @GetMapping("/nouvelle")
    ModelAndView nouvelle(@AuthenticationPrincipal Agent agent) {
        return new ModelAndView(
                "accompagnement/nouvelle-annee",
                "vue",
                VueDeFormulaire.de(
                                "Ouvrir une année d’expérimentation",
                                conduite.formulaire(),
                                conduite.contexte(agent),
                                "/accompagnement/nouvelle")
                        .avecBouton("Ouvrir l’année"));
    }

    @PostMapping("/nouvelle")
    @ResponseBody
    Map<String, String> ouvrir(@AuthenticationPrincipal Agent agent, @RequestBody Map<String, Object> soumission) {
        return Map.of("suite", "/accompagnement/regions/" + conduite.ouvrir(agent, soumission));
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }

    @GetMapping("/regions/{id:[0-9]{1,18}}")
    ModelAndView annee(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        return annees.chercher(id)
                .filter(annee -> agent.suit(annee.region()))
                .map(this::montrer)
                .orElseGet(() -> PageDeRefus.de(
                        HttpStatus.NOT_FOUND,
                        "Année introuvable",
                        "Cette année d’expérimentation n’existe pas, ou n’est pas dans vos régions."));
    }

    private ModelAndView montrer(AnneeRegionale annee) {
        List<Case> projets = avancement.projets(List.of(annee.id()));
        ModelAndView vue = new ModelAndView("accompagnement/annee");
        vue.addObject("annee", annee);
        vue.addObject("projets", projets);
        vue.addObject("retards", retards(projets.stream()));
        vue.addObject("tenus", seminaires.tenus(annee.region(), annee.annee()));
        vue.addObject("evenements", annees.evenements(annee.id()));
        return vue;
    }

    /** The handbook concerns all regions: every pilot reads it. */
    @GetMapping("/cahiers/{annee:[0-9]{4}}")
    ModelAndView cahier(@PathVariable int annee) {
        if (!cahiers.existe(annee)) {
            return PageDeRefus.de(
                    HttpStatus.NOT_FOUND,
                    "Cahier introuvable",
                    "Le cahier de cette année n’est pas ouvert\u00a0: il l’est au troisième bilan régional.");
        }
        ModelAndView vue = new ModelAndView("accompagnement/cahier");
        vue.addObject("annee", annee);
        vue.addObject("chapitres", cahiers.chapitres(annee));
        vue.addObject("valide", cahiers.valide(annee));
        return vue;
    }
}

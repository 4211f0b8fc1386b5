package fr.ptce.monographie;

import fr.ptce.annuaire.Groupes;
import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.RenduMarkdown;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionImpossible;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a text is written, rubric by rubric: that of a monograph, and that of a transversal analysis. */
@PageDeMonographie
@RequestMapping("/monographies")
class RedactionController {

    private static final String A_RELIRE =
            "Quelqu’un d’autre a enregistré cette rubrique entre-temps. Rien n’a été écrasé\u00a0: comparez son texte et le"
                    + " vôtre ci-dessous, puis enregistrez.";

    private final Monographies monographies;
    private final AnalysesTransversales analyses;
    private final ConduiteDeLaMonographie conduite;
    private final Redactions redactions;
    private final Citations citations;
    private final Relectures relectures;
    private final Grilles grilles;
    private final AffichageDesMonographies affichage;

    RedactionController(
            Monographies monographies,
            AnalysesTransversales analyses,
            ConduiteDeLaMonographie conduite,
            Redactions redactions,
            Citations citations,
            Relectures relectures,
            Grilles grilles,
            AffichageDesMonographies affichage) {
        this.monographies = monographies;
        this.analyses = analyses;
        this.conduite = conduite;
        this.redactions = redactions;
        this.citations = citations;
        this.relectures = relectures;
        this.grilles = grilles;
        this.affichage = affichage;
    }

    @GetMapping("/{id:[0-9]{1,18}}/texte")
    ModelAndView sommaire(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        Monographie monographie = sienne(agent, id);
        ModelAndView vue = new ModelAndView("monographie/texte");
        vue.addObject("monographie", monographie);
        vue.addObject("grille", grilles.version(monographie.grille()));
        Map<String, Redactions.Texte> textes = redactions.deLOuvrage(monographie.reference());
        vue.addObject("textes", textes);
        vue.addObject(
                "personnes",
                affichage.personnes(
                        textes.values().stream().map(Redactions.Texte::par).toList()));
        vue.addObject(
                "longueur",
                Longueur.de(
                        textes.values().stream().map(Redactions.Texte::texte).toList()));
        vue.addObject("ecrit", Acces.ecrit(agent, monographie));
        return vue;
    }

    @GetMapping("/{id:[0-9]{1,18}}/texte/{rubrique:[a-z_]{1,40}}")
    ModelAndView ouvrir(@AuthenticationPrincipal Agent agent, @PathVariable long id, @PathVariable String rubrique) {
        Monographie monographie = sienne(agent, id);
        return page(agent, monographie, rubrique(monographie.grille(), rubrique), null);
    }

    private ModelAndView page(Agent agent, Monographie monographie, Grille.Rubrique rubrique, String nonEnregistre) {
        ModelAndView vue = new ModelAndView("monographie/rubrique");
        vue.addObject("monographie", monographie);
        vue.addObject("grille", grilles.version(monographie.grille()));
        vue.addObject("grilles", grilles);
        vue.addObject("rubriqueEcrite", rubrique);
        vue.addObject("texte", redactions.lire(monographie.reference(), rubrique.id()));
        vue.addObject("nonEnregistre", nonEnregistre);
        vue.addObject("ecrit", Acces.ecrit(agent, monographie));
        vue.addObject("citations", citations.deLaMonographie(monographie.id()));
        vue.addObject("remarques", remarques(monographie, rubrique));
        return vue;
    }

    /** What was said of a rubric, or of the whole, in the latest round. */
    private List<Relectures.Relecture> remarques(Monographie monographie, Grille.Rubrique rubrique) {
        return relectures.duTour(monographie).stream()
                .filter(relecture -> relecture.remarques().containsKey(rubrique.id())
                        || relecture.remarques().containsKey(Relectures.ENSEMBLE))
                .toList();
    }

    @PostMapping("/{id:[0-9]{1,18}}/texte/{rubrique:[a-z_]{1,40}}")
    ModelAndView enregistrer(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable String rubrique,
            @RequestParam String texte,
            @RequestParam int version,
            RedirectAttributes suite) {
        Monographie monographie = sienne(agent, id);
        Grille.Rubrique ecrite = rubrique(monographie.grille(), rubrique);
        try {
            if (conduite.ecrire(agent, monographie, rubrique, Markdown.recu(texte), version)) {
                suite.addFlashAttribute("succes", "La rubrique est enregistrée.");
                return new ModelAndView("redirect:/monographies/" + id + "/texte/" + rubrique);
            }
            return refus(page(agent, monographie, ecrite, texte), A_RELIRE, HttpStatus.CONFLICT);
        } catch (ActionImpossible refus) {
            return refus(page(agent, monographie, ecrite, texte), refus.getMessage(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static ModelAndView refus(ModelAndView vue, String message, HttpStatus statut) {
        vue.addObject("erreur", message);
        vue.setStatus(statut);
        return vue;
    }

    /** The draft that the page saves by itself while somebody writes. */
    @PostMapping(
            path = "/{id:[0-9]{1,18}}/texte/{rubrique:[a-z_]{1,40}}/brouillon",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, Object>> garder(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable String rubrique,
            @RequestParam String texte,
            @RequestParam int version) {
        Monographie monographie = sienne(agent, id);
        rubrique(monographie.grille(), rubrique);
        try {
            return conduite.ecrire(agent, monographie, rubrique, Markdown.recu(texte), version)
                    ? ResponseEntity.ok(Map.of("version", version + 1))
                    : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", A_RELIRE));
        } catch (ActionImpossible refus) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", refus.getMessage()));
        }
    }

    /** The text as it will look, with its quotations. */
    @PostMapping(path = "/{id:[0-9]{1,18}}/apercu", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    ResponseEntity<String> apercu(
            @AuthenticationPrincipal Agent agent, @PathVariable long id, @RequestParam String texte) {
        Monographie monographie = sienne(agent, id);
        String pose = citations.poser(citations.deLaMonographie(monographie.id()), Markdown.recu(texte));
        return RenduMarkdown.refus(pose)
                .map(raison -> ResponseEntity.unprocessableEntity().body("<p>" + raison + "</p>"))
                .orElseGet(() -> ResponseEntity.ok(RenduMarkdown.html(pose, 3)));
    }

    @GetMapping("/analyses/{id:[0-9]{1,18}}")
    ModelAndView analyse(@PathVariable long id) {
        return pageDAnalyse(analyses.chercher(id).orElseThrow(MonographieInconnue::new));
    }

    private ModelAndView pageDAnalyse(AnalysesTransversales.Analyse analyse) {
        ModelAndView vue = new ModelAndView("monographie/analyse");
        List<Monographie> trois = monographies.deLAnalyse(analyse.id());
        vue.addObject("analyse", analyse);
        vue.addObject("grille", grilles.version(analyse.grille()));
        vue.addObject("monographies", trois);
        vue.addObject(
                "colonnes",
                trois.stream()
                        .map(monographie -> redactions.duTour(monographie.id(), monographie.tour()))
                        .toList());
        vue.addObject("textes", redactions.deLOuvrage(analyse.reference()));
        return vue;
    }

    @PostMapping("/analyses/{id:[0-9]{1,18}}/texte/{rubrique:[a-z_]{1,40}}")
    ModelAndView ecrireLAnalyse(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable String rubrique,
            @RequestParam String texte,
            @RequestParam int version,
            RedirectAttributes suite) {
        AnalysesTransversales.Analyse analyse = analyses.chercher(id).orElseThrow(MonographieInconnue::new);
        rubrique(analyse.grille(), rubrique);
        String refus = analyse.valideeLe() != null || !agent.estDans(Groupes.REDACTEURS)
                ? "Ce texte ne peut pas être modifié maintenant."
                : RenduMarkdown.refus(Markdown.recu(texte)).orElse(null);
        if (refus == null
                && !redactions.ecrire(analyse.reference(), rubrique, Markdown.recu(texte), version, agent.id())) {
            refus = A_RELIRE;
        }
        if (refus != null) {
            ModelAndView vue = pageDAnalyse(analyse);
            vue.addObject("erreur", refus);
            vue.addObject("rubriqueRefusee", rubrique);
            vue.addObject("nonEnregistre", texte);
            vue.setStatus(HttpStatus.CONFLICT);
            return vue;
        }
        suite.addFlashAttribute("succes", "La rubrique est enregistrée.");
        return new ModelAndView("redirect:/monographies/analyses/" + id + "#" + rubrique);
    }

    private Monographie sienne(Agent agent, long id) {
        return monographies.pour(agent, id).orElseThrow(MonographieInconnue::new);
    }

    private Grille.Rubrique rubrique(String grille, String id) {
        return grilles.version(grille).rubrique(id).orElseThrow(MonographieInconnue::new);
    }
}

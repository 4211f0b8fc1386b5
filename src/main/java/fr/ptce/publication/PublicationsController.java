package fr.ptce.publication;

import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.RenduMarkdown;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.portail.ActionMotivee;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PageDeRefus;
import fr.ptce.portail.Pages;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What pilots do for the toolbox: follow, correct and withdraw publications, write its chapters. */
@PageDePilote
@RequestMapping("/publications")
class PublicationsController {

    private static final String REFUS = "La boîte à outils est tenue par les pilotes nationaux et ceux des réseaux.";
    private static final int PAR_PAGE = 25;

    private final Publications publications;
    private final ConduiteDeLaPublication conduite;
    private final ChapitresDOutils chapitres;
    private final DocumentDePublication document;
    private final AffichageDesPublications affichage;

    PublicationsController(
            Publications publications,
            ConduiteDeLaPublication conduite,
            ChapitresDOutils chapitres,
            DocumentDePublication document,
            AffichageDesPublications affichage) {
        this.publications = publications;
        this.conduite = conduite;
        this.chapitres = chapitres;
        this.document = document;
        this.affichage = affichage;
    }

    @ModelAttribute("aff")
    AffichageDesPublications aff() {
        return affichage;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "monographies";
    }

    @GetMapping
    ModelAndView liste(@AuthenticationPrincipal Agent agent, @RequestParam(defaultValue = "1") int page) {
        Pages pages = Pages.de(publications.nombre(), PAR_PAGE, page);
        ModelAndView vue = new ModelAndView("publication/publications");
        vue.addObject("publications", publications.toutes(PAR_PAGE, pages.depuis()));
        vue.addObject("chapitres", chapitres.tous());
        vue.addObject("edite", edite(agent));
        pages.montrer(vue, numero -> "/publications?page=" + numero);
        return vue;
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        Publication publication = lire(id);
        boolean enPreparation = publication.etat() == EtatDePublication.A_PREPARER;
        Publication.Version version = publications
                .version(id, enPreparation ? publication.enPreparation() : publication.version())
                .orElseThrow();
        ModelAndView vue = new ModelAndView("publication/suivi");
        vue.addObject("publication", publication);
        vue.addObject("version", version);
        vue.addObject("chapitres", DocumentDePublication.chapitres(version));
        vue.addObject("versions", publications.publiees(id));
        vue.addObject("edite", edite(agent));
        vue.addObject("corrige", edite(agent) && enPreparation && publication.version() > 0);
        return vue;
    }

    /** The PDF as it would be now. */
    @GetMapping("/{id:[0-9]{1,18}}/apercu.pdf")
    ResponseEntity<byte[]> apercu(@PathVariable long id) {
        Publication publication = lire(id);
        int numero = publication.etat() == EtatDePublication.A_PREPARER
                ? publication.enPreparation()
                : publication.version();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(document.composer(publication, numero));
    }

    @OuvertA(value = Visiteur.PILOTES_DU_PAYS, refus = REFUS)
    @PostMapping("/{id:[0-9]{1,18}}/chapitres/{rang:[0-9]{1,3}}")
    String corriger(
            @PathVariable long id, @PathVariable int rang, @RequestParam String texte, RedirectAttributes suite) {
        try {
            conduite.corriger(lire(id), rang, Markdown.recu(texte));
            suite.addFlashAttribute("succes", "Le chapitre est corrigé dans la version en préparation.");
        } catch (ActionImpossible refus) {
            suite.addFlashAttribute("erreur", refus.getMessage());
        }
        return "redirect:/publications/" + id;
    }

    @OuvertA(value = Visiteur.PILOTES_DU_PAYS, refus = REFUS)
    @PostMapping("/{id:[0-9]{1,18}}/erratum")
    String signalerUnErratum(@PathVariable long id, @RequestParam String motif, RedirectAttributes suite) {
        return agir(
                id,
                "erratum",
                motif,
                dit -> conduite.signalerUnErratum(lire(id), dit),
                "Une nouvelle version est en préparation\u00a0: corrigez les chapitres ci-dessous, puis terminez la tâche"
                        + " «\u00a0Préparer la publication\u00a0» dans Tasklist. La version en ligne ne bouge pas d’ici là.",
                suite);
    }

    @OuvertA(value = Visiteur.PILOTES_DU_PAYS, refus = REFUS)
    @PostMapping("/{id:[0-9]{1,18}}/retirer")
    String retirer(@PathVariable long id, @RequestParam String motif, RedirectAttributes suite) {
        return agir(
                id,
                "retirer",
                motif,
                dit -> conduite.retirer(lire(id), dit),
                "La publication est retirée. Son adresse dit qu’elle l’est, et pourquoi.",
                suite);
    }

    private static String agir(
            long id, String action, String motif, Consumer<String> effet, String succes, RedirectAttributes suite) {
        ActionMotivee.tenter(action, motif, effet, succes, suite);
        return "redirect:/publications/" + id;
    }

    @GetMapping("/chapitres/{id:[a-z]{1,30}}")
    ModelAndView chapitre(@AuthenticationPrincipal Agent agent, @PathVariable String id) {
        return pageDuChapitre(agent, id);
    }

    private ModelAndView pageDuChapitre(Agent agent, String id) {
        ModelAndView vue = new ModelAndView("publication/chapitre-a-ecrire");
        vue.addObject("chapitre", chapitres.chercher(id).orElseThrow(PublicationsController::introuvable));
        vue.addObject("etats", EtatDeChapitre.values());
        vue.addObject("edite", edite(agent));
        return vue;
    }

    @OuvertA(value = Visiteur.PILOTES_DU_PAYS, refus = REFUS)
    @PostMapping("/chapitres/{id:[a-z]{1,30}}")
    ModelAndView ecrire(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String id,
            @RequestParam String etat,
            @RequestParam String echeance,
            @RequestParam String texte,
            @RequestParam int version,
            RedirectAttributes suite) {
        try {
            ecrire(agent, id, etat, echeance, Markdown.recu(texte), version);
            suite.addFlashAttribute("succes", "Le chapitre est enregistré.");
            return new ModelAndView("redirect:/publications/chapitres/" + id);
        } catch (ActionImpossible refus) {
            ModelAndView vue = pageDuChapitre(agent, id);
            vue.addObject("erreur", refus.getMessage());
            vue.addObject("nonEnregistre", texte);
            vue.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return vue;
        }
    }

    private void ecrire(Agent agent, String id, String etat, String echeance, String texte, int version) {
        RenduMarkdown.refus(texte).ifPresent(raison -> {
            throw new ActionImpossible(raison);
        });
        EtatDeChapitre voulu;
        LocalDate avant;
        try {
            voulu = EtatDeChapitre.de(etat);
            avant = echeance.isBlank() ? null : LocalDate.parse(echeance);
        } catch (IllegalArgumentException | DateTimeParseException illisible) {
            throw new ActionImpossible("Choisissez un état, et une date comme 31/12/2027.");
        }
        if (voulu == EtatDeChapitre.PUBLIE && texte.isBlank()) {
            throw new ActionImpossible("Un chapitre vide ne peut pas être publié.");
        }
        if (!chapitres.ecrire(id, voulu, avant, texte, version, agent.id())) {
            throw new ActionImpossible(
                    "Quelqu’un d’autre a enregistré ce chapitre entre-temps. Rien n’a été écrasé\u00a0:"
                            + " comparez son texte et le vôtre ci-dessous, puis enregistrez.");
        }
    }

    /** The toolbox is a matter of the national networks. */
    private static boolean edite(Agent agent) {
        return Visiteur.PILOTES_DU_PAYS.admet(agent);
    }

    private Publication lire(long id) {
        return publications.chercher(id).orElseThrow(PublicationsController::introuvable);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView introuvable(ResponseStatusException inconnue) {
        return PageDeRefus.de(
                HttpStatus.NOT_FOUND, "Publication introuvable", "Cette publication ou ce chapitre n’existe pas.");
    }
}

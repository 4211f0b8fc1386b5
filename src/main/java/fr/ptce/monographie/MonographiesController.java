package fr.ptce.monographie;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.AccesRefuse;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.portail.ActionMotivee;
import fr.ptce.portail.Pages;
import fr.ptce.portail.PieceJointe;
import fr.ptce.portail.PieceRefusee;
import fr.ptce.portail.PiecesJointes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The monographs, and each one with its grid, its people, its documents and its reviews. */
@PageDeMonographie
@RequestMapping("/monographies")
class MonographiesController {

    private static final int PAR_PAGE = 25;
    private static final int CITATION_AU_PLUS = 2000;

    private final Monographies monographies;
    private final ConduiteDeLaMonographie conduite;
    private final ConduiteDesEntretiens conduiteDesEntretiens;
    private final Entretiens entretiens;
    private final Documents documents;
    private final Citations citations;
    private final Relectures relectures;
    private final AnalysesTransversales analyses;
    private final Grilles grilles;
    private final PiecesJointes pieces;
    private final AffichageDesMonographies affichage;

    MonographiesController(
            Monographies monographies,
            ConduiteDeLaMonographie conduite,
            ConduiteDesEntretiens conduiteDesEntretiens,
            Entretiens entretiens,
            Documents documents,
            Citations citations,
            Relectures relectures,
            AnalysesTransversales analyses,
            Grilles grilles,
            PiecesJointes pieces,
            AffichageDesMonographies affichage) {
        this.monographies = monographies;
        this.conduite = conduite;
        this.conduiteDesEntretiens = conduiteDesEntretiens;
        this.entretiens = entretiens;
        this.documents = documents;
        this.citations = citations;
        this.relectures = relectures;
        this.analyses = analyses;
        this.grilles = grilles;
        this.pieces = pieces;
        this.affichage = affichage;
    }

    @GetMapping
    ModelAndView liste(@AuthenticationPrincipal Agent agent, @RequestParam(defaultValue = "1") int page) {
        Pages pages = Pages.de(monographies.nombre(agent), PAR_PAGE, page);
        ModelAndView vue = new ModelAndView("monographie/liste");
        List<Monographie> montrees = monographies.liste(agent, PAR_PAGE, pages.depuis());
        vue.addObject("monographies", montrees);
        vue.addObject(
                "auteurs",
                affichage.personnes(montrees.stream().map(Monographie::auteur).toList()));
        vue.addObject("conduit", Acces.conduit(agent));
        vue.addObject("analyses", analyses.dernieres());
        pages.montrer(vue, numero -> "/monographies?page=" + numero);
        return vue;
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @PathVariable long id) {
        Monographie monographie = sienne(agent, id);
        ModelAndView vue = new ModelAndView("monographie/monographie");
        Grille grille = grilles.version(monographie.grille());
        vue.addObject("monographie", monographie);
        vue.addObject("grille", grille);
        vue.addObject("grilles", grilles);
        vue.addObject("entretiens", entretiens.deLaMonographie(id));
        vue.addObject("documents", documents.deLaMonographie(id));
        vue.addObject("natures", NatureDeDocument.values());
        vue.addObject("citations", citations.deLaMonographie(id));
        vue.addObject("relectures", relectures.deLaMonographie(id));
        vue.addObject("prepare", Acces.prepare(agent, monographie));
        vue.addObject("auteur", Acces.estLAuteur(agent, monographie));
        vue.addObject("ecrit", Acces.ecrit(agent, monographie));
        vue.addObject("litLesNotes", Acces.litLesNotes(agent, monographie));
        vue.addObject("abandonnable", Acces.conduit(agent) && !monographie.terminee());
        return vue;
    }

    @PostMapping("/{id:[0-9]{1,18}}/entretiens")
    String ajouterUnePersonne(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String nom,
            @RequestParam String role,
            @RequestParam String courriel,
            RedirectAttributes suite) {
        Monographie monographie = preparee(agent, id);
        try {
            conduiteDesEntretiens.ajouter(monographie, nom, role, courriel);
            suite.addFlashAttribute("succes", "La personne est ajoutée à la liste.");
        } catch (ActionImpossible refus) {
            suite.addFlashAttribute("erreur", refus.getMessage());
            suite.addFlashAttribute("nomSaisi", nom);
            suite.addFlashAttribute("roleSaisi", role);
            suite.addFlashAttribute("courrielSaisi", courriel);
        }
        return retour(id, "entretiens");
    }

    @PostMapping("/{id:[0-9]{1,18}}/entretiens/{entretien:[0-9]{1,18}}/retirer")
    String retirerUnePersonne(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable long entretien,
            RedirectAttributes suite) {
        Monographie monographie = preparee(agent, id);
        if (monographie.etat() == EtatDeMonographie.GRILLE && entretiens.retirer(id, entretien)) {
            suite.addFlashAttribute("succes", "La personne est retirée de la liste.");
        } else {
            suite.addFlashAttribute("erreur", "Les entretiens ont commencé\u00a0: cette personne reste dans la liste.");
        }
        return retour(id, "entretiens");
    }

    @PostMapping("/{id:[0-9]{1,18}}/documents")
    String ajouterUnDocument(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String titre,
            @RequestParam String nature,
            @RequestParam String apport,
            @RequestParam(required = false) MultipartFile fichier,
            RedirectAttributes suite)
            throws IOException {
        Monographie monographie = preparee(agent, id);
        try {
            if (titre.isBlank() || titre.length() > 200 || apport.isBlank() || apport.length() > 2000) {
                throw new ActionImpossible(
                        "Donnez le titre du document (200 caractères au plus) et ce qu’il apporte (2\u202f000 au plus).");
            }
            documents.ajouter(id, titre.strip(), nature(nature), apport.strip(), deposer(monographie, fichier));
            suite.addFlashAttribute("succes", "Le document est ajouté à la liste.");
        } catch (ActionImpossible refus) {
            suite.addFlashAttribute("erreur", refus.getMessage());
            suite.addFlashAttribute("titreSaisi", titre);
            suite.addFlashAttribute("apportSaisi", apport);
        }
        return retour(id, "documents");
    }

    private static NatureDeDocument nature(String id) {
        try {
            return NatureDeDocument.de(id);
        } catch (IllegalArgumentException inconnue) {
            throw new ActionImpossible("Choisissez la nature du document.");
        }
    }

    private PieceJointe deposer(Monographie monographie, MultipartFile fichier) throws IOException {
        if (fichier == null || fichier.isEmpty()) {
            return null;
        }
        try (InputStream contenu = fichier.getInputStream()) {
            return pieces.deposer(monographie.reference(), fichier.getOriginalFilename(), contenu);
        } catch (PieceRefusee refus) {
            throw new ActionImpossible("Le fichier n’est pas gardé\u00a0: " + refus.getMessage());
        }
    }

    @PostMapping("/{id:[0-9]{1,18}}/documents/{document:[0-9]{1,18}}/retirer")
    String retirerUnDocument(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable long document,
            RedirectAttributes suite) {
        documents.retirer(preparee(agent, id), document);
        suite.addFlashAttribute("succes", "Le document est retiré de la liste.");
        return retour(id, "documents");
    }

    /** What was gathered is for those who may read the notes. */
    @GetMapping("/{id:[0-9]{1,18}}/pieces/{piece:[0-9]{1,18}}")
    ResponseEntity<Resource> telecharger(
            @AuthenticationPrincipal Agent agent, @PathVariable long id, @PathVariable long piece) {
        Monographie monographie = sienne(agent, id);
        exigerLesNotes(agent, monographie);
        return pieces.ouvrir(piece)
                .filter(ouverte ->
                        monographie.reference().equals(ouverte.piece().proprietaire()))
                .orElseThrow(MonographieInconnue::new)
                .telecharger();
    }

    @GetMapping("/{id:[0-9]{1,18}}/entretiens/{entretien:[0-9]{1,18}}")
    ModelAndView notes(@AuthenticationPrincipal Agent agent, @PathVariable long id, @PathVariable long entretien) {
        Monographie monographie = sienne(agent, id);
        exigerLesNotes(agent, monographie);
        return pageDesNotes(agent, monographie, entretien(monographie, entretien), null);
    }

    private static ModelAndView pageDesNotes(
            Agent agent, Monographie monographie, Entretien entretien, String nonEnregistrees) {
        ModelAndView vue = new ModelAndView("monographie/entretien");
        vue.addObject("monographie", monographie);
        vue.addObject("entretien", entretien);
        vue.addObject("auteur", Acces.estLAuteur(agent, monographie));
        vue.addObject("consentements", Consentement.values());
        vue.addObject("nonEnregistrees", nonEnregistrees);
        return vue;
    }

    @PostMapping("/{id:[0-9]{1,18}}/entretiens/{entretien:[0-9]{1,18}}/notes")
    ModelAndView noter(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable long entretien,
            @RequestParam String notes,
            @RequestParam int version,
            RedirectAttributes suite) {
        Monographie monographie = sienne(agent, id);
        exigerLAuteur(agent, monographie);
        Entretien lu = entretien(monographie, entretien);
        if (!entretiens.noter(lu.id(), notes, version)) {
            return pageDesNotes(agent, monographie, entretien(monographie, entretien), notes);
        }
        suite.addFlashAttribute("succes", "Les notes sont enregistrées.");
        return new ModelAndView("redirect:/monographies/" + id + "/entretiens/" + entretien);
    }

    @PostMapping("/{id:[0-9]{1,18}}/entretiens/{entretien:[0-9]{1,18}}/consentement")
    String consentir(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable long entretien,
            @RequestParam String consentement,
            RedirectAttributes suite) {
        Monographie monographie = sienne(agent, id);
        exigerLAuteur(agent, monographie);
        try {
            entretiens.consentir(entretien(monographie, entretien).id(), Consentement.de(consentement));
            suite.addFlashAttribute("succes", "Le souhait de cette personne est enregistré.");
        } catch (IllegalArgumentException inconnu) {
            suite.addFlashAttribute("erreur", "Choisissez comment cette personne peut être citée.");
        }
        return "redirect:/monographies/" + id + "/entretiens/" + entretien;
    }

    @PostMapping("/{id:[0-9]{1,18}}/entretiens/{entretien:[0-9]{1,18}}/citations")
    String citer(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @PathVariable long entretien,
            @RequestParam String texte,
            RedirectAttributes suite) {
        Monographie monographie = sienne(agent, id);
        exigerLAuteur(agent, monographie);
        Entretien lu = entretien(monographie, entretien);
        if (!lu.citable()) {
            suite.addFlashAttribute("erreur", "Cette personne n’a pas accepté d’être citée.");
        } else if (texte.isBlank() || texte.length() > CITATION_AU_PLUS) {
            suite.addFlashAttribute("erreur", "Une citation fait de 1 à 2\u202f000 caractères.");
            suite.addFlashAttribute("citationSaisie", texte);
        } else {
            citations.ajouter(lu, texte.strip());
            suite.addFlashAttribute(
                    "succes", "La citation est gardée\u00a0: vous la retrouverez à côté de chaque rubrique.");
        }
        return "redirect:/monographies/" + id + "/entretiens/" + entretien;
    }

    @PostMapping("/{id:[0-9]{1,18}}/abandonner")
    String abandonner(
            @AuthenticationPrincipal Agent agent,
            @PathVariable long id,
            @RequestParam String motif,
            RedirectAttributes suite) {
        Monographie monographie = sienne(agent, id);
        if (!Acces.conduit(agent)) {
            throw new AccesRefuse("L’abandon d’une monographie est réservé aux pilotes.");
        }
        ActionMotivee.tenter(
                "abandonner",
                motif,
                dit -> conduite.abandonner(monographie, dit),
                "La monographie est abandonnée. Le pôle et les personnes qui avaient un rendez-vous en sont informés par"
                        + " courriel.",
                suite);
        return retour(id, "");
    }

    private Monographie sienne(Agent agent, long id) {
        return monographies.pour(agent, id).orElseThrow(MonographieInconnue::new);
    }

    private Monographie preparee(Agent agent, long id) {
        Monographie monographie = sienne(agent, id);
        if (!Acces.prepare(agent, monographie)) {
            throw new AccesRefuse("Seul l’auteur prépare l’enquête, tant qu’elle dure.");
        }
        return monographie;
    }

    private Entretien entretien(Monographie monographie, long id) {
        return entretiens.deLaMonographie(monographie.id()).stream()
                .filter(entretien -> entretien.id() == id)
                .findFirst()
                .orElseThrow(MonographieInconnue::new);
    }

    private static void exigerLesNotes(Agent agent, Monographie monographie) {
        if (!Acces.litLesNotes(agent, monographie)) {
            throw new AccesRefuse("Les notes des entretiens sont confidentielles, entre l’auteur et les pilotes.");
        }
    }

    private static void exigerLAuteur(Agent agent, Monographie monographie) {
        if (!Acces.estLAuteur(agent, monographie)) {
            throw new AccesRefuse("Seul l’auteur écrit les notes des entretiens.");
        }
    }

    private static String retour(long id, String partie) {
        return "redirect:/monographies/" + id + (partie.isEmpty() ? "" : "#" + partie);
    }
}

package fr.ptce.publication;

import fr.ptce.annuaire.Referentiel;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** The public pages of the toolbox; they need no login and send nothing. */
@Controller
@OuvertA(Visiteur.TOUS)
@RequestMapping("/boite-a-outils")
class BoiteAOutilsController {

    private static final int PAR_PAGE = 20;
    private static final int DERNIERES = 30;
    private static final int RECHERCHE_AU_PLUS = 100;

    private final Publications publications;
    private final ChapitresDOutils chapitres;
    private final FichesDesPoles fiches;
    private final ArchiveDesOutils archive;
    private final FluxDesPublications flux;
    private final AffichageDesPublications affichage;
    private final Referentiel referentiel = Referentiel.lire("2013-01");

    BoiteAOutilsController(
            Publications publications,
            ChapitresDOutils chapitres,
            FichesDesPoles fiches,
            ArchiveDesOutils archive,
            FluxDesPublications flux,
            AffichageDesPublications affichage) {
        this.publications = publications;
        this.chapitres = chapitres;
        this.fiches = fiches;
        this.archive = archive;
        this.flux = flux;
        this.affichage = affichage;
    }

    @ModelAttribute("sansJeton")
    boolean sansJeton() {
        return true;
    }

    @ModelAttribute("aff")
    AffichageDesPublications aff() {
        return affichage;
    }

    @GetMapping
    ModelAndView accueil(
            @RequestParam(name = "q", required = false) String recherche, @RequestParam(defaultValue = "1") int page) {
        String cherche = recherche == null || recherche.length() <= RECHERCHE_AU_PLUS
                ? recherche
                : recherche.substring(0, RECHERCHE_AU_PLUS);
        ModelAndView vue = new ModelAndView("publication/boite-a-outils");
        Pages pages = Pages.de(publications.nombreEnLigne(cherche), PAR_PAGE, page);
        vue.addObject("recherche", cherche);
        vue.addObject("chapitres", chapitres.tous());
        vue.addObject("lignes", publications.enLigne(cherche, PAR_PAGE, pages.depuis()));
        pages.montrer(vue, numero -> adresse(cherche, numero));
        return vue;
    }

    private static String adresse(String recherche, int page) {
        return UriComponentsBuilder.fromPath("/boite-a-outils")
                .queryParamIfPresent("q", Optional.ofNullable(recherche))
                .queryParam("page", page)
                .encode()
                .toUriString();
    }

    @GetMapping("/chapitres/{id:[a-z]{1,30}}")
    ModelAndView chapitre(@PathVariable String id) {
        ModelAndView vue = new ModelAndView("publication/chapitre");
        vue.addObject("chapitre", chapitres.chercher(id).orElseThrow(BoiteAOutilsController::introuvable));
        vue.addObject("experiences", ChapitreDOutils.EXPERIENCES.equals(id));
        return vue;
    }

    @GetMapping("/publications/PUB-{id:[0-9]{4,18}}")
    ModelAndView publication(@PathVariable long id, HttpServletResponse reponse) {
        Publication publication = publications
                .chercher(id)
                .filter(connue -> connue.version() > 0)
                .orElseThrow(BoiteAOutilsController::introuvable);
        ModelAndView vue = new ModelAndView(publication.enLigne() ? "publication/publication" : "publication/retiree");
        vue.addObject("publication", publication);
        Publication.Version version =
                publications.version(id, publication.version()).orElseThrow();
        vue.addObject("version", version);
        if (!publication.enLigne()) {
            reponse.setStatus(HttpStatus.GONE.value());
            return vue;
        }
        vue.addObject("chapitres", DocumentDePublication.chapitres(version));
        vue.addObject("versions", publications.publiees(id));
        vue.addObject("metadonnees", affichage.dublinCore(publication, version));
        return vue;
    }

    @GetMapping("/publications/PUB-{id:[0-9]{4,18}}/document.pdf")
    ResponseEntity<byte[]> document(@PathVariable long id) {
        return publications
                .chercher(id)
                .map(publication -> pdf(publication, publication.version()))
                .orElseThrow(BoiteAOutilsController::introuvable);
    }

    @GetMapping("/publications/PUB-{id:[0-9]{4,18}}/versions/{numero:[0-9]{1,4}}.pdf")
    ResponseEntity<byte[]> version(@PathVariable long id, @PathVariable int numero) {
        return publications
                .chercher(id)
                .filter(publication -> numero <= publication.version())
                .map(publication -> pdf(publication, numero))
                .orElseThrow(BoiteAOutilsController::introuvable);
    }

    private ResponseEntity<byte[]> pdf(Publication publication, int numero) {
        if (!publication.enLigne()) {
            throw publication.version() == 0 ? introuvable() : new ResponseStatusException(HttpStatus.GONE);
        }
        byte[] contenu = publications.pdf(publication.id(), numero).orElseThrow(BoiteAOutilsController::introuvable);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(publication.reference() + "-version-" + numero + ".pdf")
                                .build()
                                .toString())
                .body(contenu);
    }

    @GetMapping("/poles")
    ModelAndView poles(@RequestParam(defaultValue = "1") int page) {
        Pages pages = Pages.de(fiches.nombre(), PAR_PAGE, page);
        ModelAndView vue = new ModelAndView("publication/poles");
        vue.addObject("fiches", fiches.liste(PAR_PAGE, pages.depuis()));
        pages.montrer(vue, numero -> "/boite-a-outils/poles?page=" + numero);
        return vue;
    }

    @GetMapping("/poles/{numero:[A-Z0-9-]{1,20}}")
    ModelAndView pole(@PathVariable String numero) {
        ModelAndView vue = new ModelAndView("publication/pole");
        vue.addObject("fiche", fiches.chercher(numero).orElseThrow(BoiteAOutilsController::introuvable));
        vue.addObject("lignes", publications.duPole(numero));
        return vue;
    }

    @GetMapping("/tout.zip")
    void telecharger(
            @RequestParam(name = "publication", required = false) List<String> choix, HttpServletResponse reponse)
            throws IOException {
        reponse.setContentType("application/zip");
        reponse.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("boite-a-outils-ptce.zip")
                        .build()
                        .toString());
        archive.ecrire(choix == null ? List.of() : choix, reponse.getOutputStream());
    }

    @GetMapping("/flux.atom")
    View flux(org.springframework.ui.Model vue) {
        vue.addAttribute(FluxDesPublications.LIGNES, publications.enLigne(null, DERNIERES, 0));
        return flux;
    }

    @GetMapping("/referentiel")
    ModelAndView montrerLeReferentiel() {
        return new ModelAndView("publication/referentiel", "referentiel", referentiel);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

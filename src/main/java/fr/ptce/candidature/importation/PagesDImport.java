package fr.ptce.candidature.importation;

import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.candidature.Campagne;
import fr.ptce.candidature.Campagnes;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.Pages;
import fr.ptce.portail.Tableur;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The import of a campaign on screen, for the national pilots, the committee and the administrators. */
@Controller
@OuvertA(Visiteur.PILOTES_NATIONAUX)
@RequestMapping("/campagnes/{campagne:[0-9]{1,18}}/import")
class PagesDImport {

    private static final int PAR_PAGE = 50;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm", Locale.FRANCE).withZone(HeureDeParis.ZONE);

    private final ImportCandidatures imports;
    private final Campagnes campagnes;
    private final Lots lots;
    private final RapportCsv rapportCsv;
    private final ImportProcess processus;
    private final Regions regions;

    PagesDImport(
            ImportCandidatures imports,
            Campagnes campagnes,
            Lots lots,
            RapportCsv rapportCsv,
            ImportProcess processus,
            Regions regions) {
        this.imports = imports;
        this.campagnes = campagnes;
        this.lots = lots;
        this.rapportCsv = rapportCsv;
        this.processus = processus;
        this.regions = regions;
    }

    /** Runs before each handler. */
    @ModelAttribute("campagne")
    Campagne campagne(@PathVariable("campagne") long id) {
        try {
            return campagnes.lire(id);
        } catch (EmptyResultDataAccessException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @ModelAttribute
    void outilsDesPages(Model modele) {
        modele.addAttribute("rubrique", "campagnes");
        modele.addAttribute("date", new Dates());
        modele.addAttribute("colonnesFacultatives", String.join(", ", LecteurDeFichier.FACULTATIVES));
    }

    /** Dates for people, in the time of Paris. */
    static final class Dates {

        /** Empty for null. */
        public String de(Instant instant) {
            return instant == null ? "" : DATE.format(instant);
        }
    }

    @GetMapping
    String accueil(@ModelAttribute("campagne") Campagne campagne, Model modele) {
        modele.addAttribute("lots", lots.deLaCampagne(campagne.id()));
        return "candidature/import";
    }

    @PostMapping
    String analyser(
            @ModelAttribute("campagne") Campagne campagne,
            @RequestParam(required = false) MultipartFile fichier,
            @AuthenticationPrincipal Agent agent,
            HttpServletResponse reponse,
            Model modele)
            throws IOException {
        try {
            if (fichier == null || fichier.isEmpty()) {
                throw new FichierRefuse("Choisissez un fichier CSV qui ne soit pas vide.");
            }
            if (fichier.getSize() > ImportCandidatures.TAILLE_MAXIMALE) {
                throw new FichierRefuse("Le fichier dépasse 5 Mo.");
            }
            LotDImport lot = imports.analyser(
                    campagne.id(),
                    nomDuFichier(fichier),
                    fichier.getBytes(),
                    ImportCandidatures.TAILLE_MAXIMALE,
                    agent.id());
            return "redirect:/campagnes/" + campagne.id() + "/import/" + lot.id();
        } catch (FichierRefuse e) {
            reponse.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            modele.addAttribute("erreur", e.getMessage());
            return accueil(campagne, modele);
        }
    }

    private static String nomDuFichier(MultipartFile fichier) {
        String nom = fichier.getOriginalFilename();
        return nom == null || nom.isBlank() ? "fichier.csv" : nom.substring(nom.lastIndexOf('/') + 1);
    }

    @GetMapping("/{lot:[0-9]{1,18}}")
    String rapport(
            @ModelAttribute("campagne") Campagne campagne,
            @PathVariable("lot") long id,
            @RequestParam(required = false) String verdict,
            @RequestParam(defaultValue = "1") int page,
            Model modele) {
        LotDImport lot = lot(campagne, id);
        Bilan bilan = imports.bilan(id);
        Verdict choisi = verdict == null || verdict.isBlank() ? null : verdictDemande(verdict);
        int total = choisi == null ? bilan.total() : bilan.nombre(choisi);
        Pages pages = Pages.de(total, PAR_PAGE, page);
        modele.addAttribute("lot", lot);
        modele.addAttribute("bilan", bilan);
        modele.addAttribute("verdicts", Verdict.values());
        modele.addAttribute("choisi", choisi);
        modele.addAttribute("total", total);
        modele.addAttribute("page", pages.page());
        modele.addAttribute("pages", pages.pages());
        modele.addAttribute("lignes", lots.rapport(id, choisi, pages.depuis(), PAR_PAGE));
        modele.addAttribute("regions", regions);
        modele.addAttribute("dejaImporte", lots.memeFichierDejaImporte(lot).orElse(null));
        modele.addAttribute("enPanne", lot.enCours() && processus.enPanne(id));
        return "candidature/import-rapport";
    }

    @GetMapping("/{lot:[0-9]{1,18}}/rapport.csv")
    void telecharger(
            @ModelAttribute("campagne") Campagne campagne, @PathVariable("lot") long id, HttpServletResponse reponse)
            throws IOException {
        lot(campagne, id);
        Tableur.telecharger(reponse, "rapport-import-" + id + ".csv");
        rapportCsv.ecrire(id, reponse.getOutputStream());
    }

    @PostMapping("/{lot:[0-9]{1,18}}/lancer")
    String lancer(
            @ModelAttribute("campagne") Campagne campagne,
            @PathVariable("lot") long id,
            @RequestParam(defaultValue = "false") boolean confirmation,
            HttpServletResponse reponse,
            Model modele) {
        lot(campagne, id);
        try {
            if (!confirmation) {
                throw new FichierRefuse("Cochez la case de confirmation pour lancer l’import.");
            }
            imports.lancer(id);
            return "redirect:/campagnes/" + campagne.id() + "/import/" + id;
        } catch (FichierRefuse e) {
            reponse.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            modele.addAttribute("erreur", e.getMessage());
            return rapport(campagne, id, null, 1, modele);
        }
    }

    private LotDImport lot(Campagne campagne, long id) {
        return lots.chercher(id)
                .filter(lot -> lot.campagne() == campagne.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Verdict verdictDemande(String id) {
        try {
            return Verdict.de(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}

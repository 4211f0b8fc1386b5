package fr.ptce.candidature;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.formulaire.ReponseDeFormulaire;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import fr.ptce.portail.PieceJointe;
import fr.ptce.portail.PiecesJointes;
import fr.ptce.portail.VueDeFormulaire;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** The public pages on which a porteur writes, keeps and files a candidature. The id of the draft is what opens it. */
@Controller
@OuvertA(Visiteur.TOUS)
@RequestMapping("/candidater")
class CandidaterController {

    private static final DateTimeFormatter JOUR_ET_HEURE =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'à' H' h 'mm", Locale.FRENCH);

    private final Campagnes campagnes;
    private final Brouillons brouillons;
    private final Depots depots;
    private final PiecesJointes pieces;
    private final Regions regions;
    private final Clock horloge;

    CandidaterController(
            Campagnes campagnes,
            Brouillons brouillons,
            Depots depots,
            PiecesJointes pieces,
            Regions regions,
            Clock horloge) {
        this.campagnes = campagnes;
        this.brouillons = brouillons;
        this.depots = depots;
        this.pieces = pieces;
        this.regions = regions;
        this.horloge = horloge;
    }

    @GetMapping
    String presenter(Model modele) {
        campagnes.courante().ifPresent(campagne -> montrer(campagne, modele));
        return "candidature/candidater";
    }

    /** A draft for the campaign of the moment, even before it opens: it can be written, not filed. */
    @PostMapping
    String commencer() {
        return campagnes
                .courante()
                .map(campagne -> "redirect:/candidater/"
                        + brouillons.ouvrir(campagne.id()).id())
                .orElse("redirect:/candidater");
    }

    @OuvertA(Visiteur.LIEN)
    @GetMapping("/{id}")
    String remplir(@PathVariable String id, Model modele) {
        Brouillon brouillon = depots.brouillon(id);
        if (brouillon.depose()) {
            return "redirect:/candidater/" + id + "/merci";
        }
        Campagne campagne = campagnes.lire(brouillon.campagne());
        String adresse = "/candidater/" + id;
        montrer(campagne, modele);
        modele.addAttribute("adressePieces", adresse + "/pieces");
        modele.addAttribute(
                "vue",
                VueDeFormulaire.de("Candidature", depots.formulaire(), brouillon.champs(), adresse)
                        .avecBrouillon(adresse + "/brouillon")
                        .avecOptions("region", codesDesRegions(campagne))
                        .avecBouton("Déposer ma candidature"));
        return "candidature/depot";
    }

    @OuvertA(Visiteur.LIEN)
    @PutMapping("/{id}/brouillon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void garder(@PathVariable String id, @RequestBody Map<String, Object> champs) {
        brouillons.enregistrer(depots.brouillon(id).id(), champs);
    }

    @OuvertA(Visiteur.LIEN)
    @PostMapping("/{id}")
    @ResponseBody
    Map<String, String> deposer(@PathVariable String id, @RequestBody Map<String, Object> soumission) {
        depots.deposer(id, soumission);
        return Map.of("suite", "/candidater/" + id + "/merci");
    }

    @OuvertA(Visiteur.LIEN)
    @GetMapping("/{id}/merci")
    String remercier(@PathVariable String id, Model modele) {
        Brouillon brouillon = depots.brouillon(id);
        if (!brouillon.depose()) {
            return "redirect:/candidater/" + id;
        }
        modele.addAttribute("numero", brouillon.deposeNumero());
        modele.addAttribute("courriel", brouillon.courriel());
        return "candidature/depose";
    }

    @OuvertA(Visiteur.LIEN)
    @GetMapping("/{id}/pieces")
    @ResponseBody
    List<PieceJointe> lister(@PathVariable String id) {
        return pieces.liste(depots.brouillon(id).proprietaireDesPieces());
    }

    @OuvertA(Visiteur.LIEN)
    @PostMapping("/{id}/pieces")
    @ResponseBody
    PieceJointe joindre(@PathVariable String id, @RequestParam("fichier") MultipartFile fichier) throws IOException {
        Brouillon brouillon = encoreOuvert(id);
        return pieces.deposer(
                brouillon.proprietaireDesPieces(), fichier.getOriginalFilename(), fichier.getInputStream());
    }

    @OuvertA(Visiteur.LIEN)
    @DeleteMapping("/{id}/pieces/{piece}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirer(@PathVariable String id, @PathVariable long piece) {
        pieces.supprimer(encoreOuvert(id).proprietaireDesPieces(), piece);
    }

    @ExceptionHandler
    ResponseEntity<ReponseDeFormulaire> refuser(SoumissionRefusee refus) {
        return ResponseEntity.unprocessableEntity().body(new ReponseDeFormulaire(refus.erreurs()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuser(ActionImpossible refus) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", refus.getMessage()));
    }

    private Brouillon encoreOuvert(String id) {
        Brouillon brouillon = depots.brouillon(id);
        if (brouillon.depose()) {
            throw new ActionImpossible("Votre candidature est déposée : utilisez votre lien de suivi.", null);
        }
        return brouillon;
    }

    private Set<String> codesDesRegions(Campagne campagne) {
        return regions.decoupage(campagne.decoupage()).stream()
                .map(Region::code)
                .collect(Collectors.toSet());
    }

    private void montrer(Campagne campagne, Model modele) {
        Instant maintenant = horloge.instant();
        modele.addAttribute("campagne", campagne);
        modele.addAttribute("ouverte", campagne.ouverteLe(maintenant));
        modele.addAttribute("fermee", !maintenant.isBefore(campagne.fermeture()));
        modele.addAttribute("ouverture", enClair(campagne.ouverture()));
        modele.addAttribute("fermeture", enClair(campagne.fermeture()));
    }

    private static String enClair(Instant instant) {
        return JOUR_ET_HEURE.format(instant.atZone(HeureDeParis.ZONE)) + ", heure de Paris";
    }
}

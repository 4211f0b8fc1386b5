package fr.ptce.courriel;

import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The demo's public pages with the e-mails that left, as the catcher received them. */
@Controller
@OuvertA(Visiteur.TOUS)
@Profile("demo")
@RequestMapping("/courriels")
class PagesDesCourriels {

    private static final int PAR_PAGE = 50;

    private final BoiteDeDemonstration boite;

    PagesDesCourriels(BoiteDeDemonstration boite) {
        this.boite = boite;
    }

    @GetMapping
    String liste(
            @RequestParam(defaultValue = "") String recherche, @RequestParam(defaultValue = "1") int page, Model vue) {
        List<CourrielAttrape.Resume> trouves = boite.chercher(recherche);
        int pages = Math.max(1, (trouves.size() + PAR_PAGE - 1) / PAR_PAGE);
        int affichee = Math.min(Math.max(page, 1), pages);
        vue.addAttribute("recherche", recherche);
        vue.addAttribute("total", trouves.size());
        vue.addAttribute("page", affichee);
        vue.addAttribute("pages", pages);
        vue.addAttribute(
                "courriels", trouves.subList((affichee - 1) * PAR_PAGE, Math.min(affichee * PAR_PAGE, trouves.size())));
        return "courriel/pages/liste";
    }

    @GetMapping("/{n}")
    String lecture(@PathVariable long n, Model vue) {
        CourrielAttrape courriel = trouver(n);
        vue.addAttribute("courriel", courriel);
        vue.addAttribute("cadre", Cadre.pourIframe(courriel.html()));
        return "courriel/pages/lecture";
    }

    @GetMapping("/{n}/pieces/{rang}")
    ResponseEntity<byte[]> piece(@PathVariable long n, @PathVariable int rang) {
        List<CourrielAttrape.Piece> pieces = trouver(n).pieces();
        if (rang < 0 || rang >= pieces.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CourrielAttrape.Piece piece = pieces.get(rang);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(piece.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(piece.nom(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(piece.contenu());
    }

    private CourrielAttrape trouver(long n) {
        return boite.lire(n).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package fr.ptce.portail;

import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What other rooms do with this one: pages in its frame, attachments, errors. */
@TestComponent
@Controller
@OuvertA(Visiteur.TOUS)
@RequestMapping("/candidater/essai")
class PagesDEssai {

    private final PiecesJointes pieces;

    PagesDEssai(PiecesJointes pieces) {
        this.pieces = pieces;
    }

    @GetMapping("/composants")
    String composants(Model modele) {
        modele.addAttribute("rubrique", "dossiers");
        return "portail/essai-composants";
    }

    @GetMapping("/erreur/{statut}")
    String echouer(@PathVariable int statut) {
        if (statut == 500) {
            throw new IllegalStateException("secret of the programme");
        }
        throw new ResponseStatusException(HttpStatus.valueOf(statut), "secret of the programme");
    }

    @PostMapping("/pieces")
    @ResponseBody
    PieceJointe joindre(@RequestParam MultipartFile fichier) throws IOException {
        return pieces.deposer("brouillon:essai", fichier.getOriginalFilename(), fichier.getInputStream());
    }

    @GetMapping("/pieces")
    @ResponseBody
    List<PieceJointe> lister() {
        return pieces.liste("brouillon:essai");
    }

    @GetMapping("/pieces/{id}")
    ResponseEntity<Resource> telecharger(@PathVariable long id) {
        return pieces.ouvrir(id)
                .map(PieceOuverte::telecharger)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

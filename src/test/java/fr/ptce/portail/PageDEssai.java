package fr.ptce.portail;

import fr.ptce.formulaire.Formulaires;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** The server side of a form with drafts and attachments, in memory, to try the scripts of the page. */
@TestComponent
@Controller
@OuvertA(Visiteur.TOUS)
@RequestMapping("/candidater/essai-de-page")
class PageDEssai {

    record Piece(long id, String nom, long taille) {}

    private final Formulaires formulaires;
    private final Map<Long, Piece> pieces = new ConcurrentHashMap<>();
    private final AtomicLong dernier = new AtomicLong();
    private final AtomicReference<Map<String, Object>> brouillon = new AtomicReference<>(Map.of());

    PageDEssai(Formulaires formulaires) {
        this.formulaires = formulaires;
    }

    Map<String, Object> brouillon() {
        return brouillon.get();
    }

    @GetMapping
    String afficher(Model modele) throws IOException {
        var formulaire = formulaires.analyser(new ClassPathResource("portail/essai-lien.form").getContentAsByteArray());
        modele.addAttribute(
                "vue",
                VueDeFormulaire.de("Essai", formulaire, Map.of(), "/candidater/essai-de-page")
                        .avecBrouillon("/candidater/essai-de-page/brouillon"));
        return "essai-de-page";
    }

    @PutMapping("/brouillon")
    ResponseEntity<Void> enregistrer(@RequestBody Map<String, Object> donnees) {
        brouillon.set(donnees);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/pieces")
    @ResponseBody
    List<Piece> lister() {
        return List.copyOf(pieces.values());
    }

    @PostMapping("/pieces")
    ResponseEntity<Void> deposer(@RequestParam MultipartFile fichier) {
        if (fichier.getOriginalFilename().endsWith(".exe")) {
            return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        long id = dernier.incrementAndGet();
        pieces.put(id, new Piece(id, fichier.getOriginalFilename(), fichier.getSize()));
        return ResponseEntity.status(HttpStatus.CREATED).build();
    }

    @DeleteMapping("/pieces/{id}")
    ResponseEntity<Void> supprimer(@PathVariable long id) {
        pieces.remove(id);
        return ResponseEntity.noContent().build();
    }
}

package fr.ptce.monographie;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The text of a round as its readers read it, with what changed since the one before: the pôle by an address that is the
 * whole proof of who reads, the others with their account.
 */
@Controller
class LectureController {

    /** A rubric as it is read; {@code changements} is empty when nothing changed or there was no round before. */
    record RubriqueLue(String id, String libelle, String html, String changements) {}

    private final Monographies monographies;
    private final Redactions redactions;
    private final Grilles grilles;
    private final AffichageDesMonographies affichage;

    LectureController(
            Monographies monographies, Redactions redactions, Grilles grilles, AffichageDesMonographies affichage) {
        this.monographies = monographies;
        this.redactions = redactions;
        this.grilles = grilles;
        this.affichage = affichage;
    }

    @OuvertA(Visiteur.LIEN)
    @GetMapping("/lecture/{jeton}")
    String lireSansCompte(@PathVariable String jeton, Model vue, HttpServletResponse reponse) {
        vue.addAttribute("sansJeton", true);
        return monographies
                .parJeton(jeton)
                .map(monographie -> montrer(monographie, vue))
                .orElseGet(() -> {
                    reponse.setStatus(HttpStatus.NOT_FOUND.value());
                    return "monographie/lecture-close";
                });
    }

    @OuvertA(Visiteur.AGENTS)
    @GetMapping("/monographies/{id:[0-9]{1,18}}/lecture")
    String lire(@AuthenticationPrincipal Agent agent, @PathVariable long id, Model vue, HttpServletResponse reponse) {
        return monographies
                .pour(agent, id)
                .filter(monographie -> monographie.tour() > 0)
                .map(monographie -> montrer(monographie, vue))
                .orElseGet(() -> {
                    reponse.setStatus(HttpStatus.NOT_FOUND.value());
                    return "monographie/lecture-close";
                });
    }

    private String montrer(Monographie monographie, Model vue) {
        vue.addAttribute("monographie", monographie);
        vue.addAttribute("rubriques", rubriques(monographie));
        return "monographie/lecture";
    }

    private List<RubriqueLue> rubriques(Monographie monographie) {
        Map<String, String> textes = redactions.duTour(monographie.id(), monographie.tour());
        Map<String, String> avant = redactions.duTour(monographie.id(), monographie.tour() - 1);
        return grilles.version(monographie.grille()).rubriques().stream()
                .map(rubrique -> new RubriqueLue(
                        rubrique.id(),
                        rubrique.libelle(),
                        affichage.texte(textes.getOrDefault(rubrique.id(), "")),
                        avant.isEmpty()
                                ? ""
                                : Differences.html(
                                        avant.getOrDefault(rubrique.id(), ""), textes.getOrDefault(rubrique.id(), ""))))
                .toList();
    }
}

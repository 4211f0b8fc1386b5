package fr.ptce.portail;

import fr.ptce.annuaire.CompteDeDemonstration;
import fr.ptce.moteur.securite.OuvertA;
import fr.ptce.moteur.securite.Visiteur;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The landing page and the accessibility statement. */
@Controller
@OuvertA(Visiteur.TOUS)
class AccueilController {

    /** A line of the table of demo accounts. */
    record Compte(String qui, String identifiant, String role) {}

    private static final String PILOTE_REGIONAL = "Instruit et évalue les dossiers de sa région";

    /** What these people do; in the order of a visit. */
    private static final List<Compte> COMPTES = List.of(
            new Compte("Pilote Bretagne", "pilote.bretagne", PILOTE_REGIONAL),
            new Compte("Pilote Rhône-Alpes", "pilote.rhone-alpes", PILOTE_REGIONAL),
            new Compte("Pilote national", "pilote.national", "Évalue les dossiers de toutes les régions"),
            new Compte("Pilote Culture", "pilote.culture", "Évalue les dossiers de son thème"),
            new Compte("Comité de pilotage", "comite", "Lit les évaluations et décide"),
            new Compte("Accompagnateur Rhône-Alpes", "accompagnateur.rhone-alpes", "Accompagne les projets retenus"),
            new Compte("Rédacteur", "redacteur", "Écrit les monographies"),
            new Compte("Administration", "admin", "Règle les comptes et surveille le moteur"));

    private final boolean demonstration;
    private final String expediteur;

    AccueilController(
            @Value("${ptce.demo:false}") boolean demonstration,
            @Value("${ptce.courriel.expediteur}") String expediteur) {
        this.demonstration = demonstration;
        this.expediteur = expediteur;
    }

    @GetMapping("/")
    String accueillir(Model modele) {
        modele.addAttribute("sansJeton", true);
        modele.addAttribute("demonstration", demonstration);
        if (demonstration) {
            modele.addAttribute("comptes", COMPTES);
            modele.addAttribute("autresComptes", autresComptes());
        }
        return "portail/accueil";
    }

    @GetMapping("/accessibilite")
    String declarer(Model modele) {
        modele.addAttribute("sansJeton", true);
        modele.addAttribute("contact", adresse(expediteur));
        return "portail/accessibilite";
    }

    private static Map<String, List<String>> autresComptes() {
        List<String> deja = COMPTES.stream().map(Compte::identifiant).toList();
        return CompteDeDemonstration.tous().stream()
                .filter(compte -> !deja.contains(compte.id()))
                .collect(Collectors.groupingBy(
                        compte -> compte.id().startsWith("accompagnateur") ? "Accompagnateurs" : "Pilotes",
                        TreeMap::new,
                        Collectors.mapping(CompteDeDemonstration::id, Collectors.toList())));
    }

    private static String adresse(String expediteur) {
        return expediteur.replaceFirst("^.*<([^>]*)>\\s*$", "$1");
    }
}

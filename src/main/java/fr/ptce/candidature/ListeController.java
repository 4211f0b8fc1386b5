package fr.ptce.candidature;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.Tableur;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of dossiers, and the same as CSV. */
@PageDePilote
@RequestMapping("/dossiers")
class ListeController {

    private final ListeDesDossiers liste;
    private final ExportDesDossiers export;
    private final Campagnes campagnes;
    private final Regions regions;
    private final Clock horloge;

    ListeController(
            ListeDesDossiers liste, ExportDesDossiers export, Campagnes campagnes, Regions regions, Clock horloge) {
        this.liste = liste;
        this.export = export;
        this.campagnes = campagnes;
        this.regions = regions;
        this.horloge = horloge;
    }

    @ModelAttribute("rubrique")
    String rubrique() {
        return "dossiers";
    }

    @GetMapping
    String liste(@AuthenticationPrincipal Agent agent, @RequestParam Map<String, String> parametres, Model vue) {
        Recherche demandee = recherche(parametres);
        ListeDesDossiers.Page page = liste.page(agent, demandee);
        vue.addAttribute("recherche", demandee.surLaPage(page.page()));
        vue.addAttribute("page", page);
        vue.addAttribute("campagnes", campagnes.toutes());
        vue.addAttribute("regions", regionsDe(agent));
        vue.addAttribute("categories", Libelles.listeDesCategories());
        vue.addAttribute("etats", EtatDossier.values());
        return "candidature/dossiers";
    }

    @GetMapping("/export.csv")
    void export(
            @AuthenticationPrincipal Agent agent,
            @RequestParam Map<String, String> parametres,
            HttpServletResponse reponse)
            throws IOException {
        String nom = "dossiers-ptce-" + LocalDate.ofInstant(horloge.instant(), HeureDeParis.ZONE) + ".csv";
        Tableur.telecharger(reponse, nom);
        export.ecrire(agent, recherche(parametres), reponse.getOutputStream());
    }

    private static Recherche recherche(Map<String, String> parametres) {
        return Recherche.de(
                parametres.get("campagne"),
                parametres.get("etat"),
                parametres.get("region"),
                parametres.get("categorie"),
                parametres.get("texte"),
                parametres.get("tri"),
                parametres.get("sens"),
                parametres.get("page"));
    }

    private List<Region> regionsDe(Agent agent) {
        return regions.parNom().stream()
                .filter(region -> agent.suit(region.code()))
                .toList();
    }
}

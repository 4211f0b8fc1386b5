package fr.ptce.besoins;

import fr.ptce.annuaire.Besoins;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.Tableur;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The census of the needs, the lists behind its figures, and both as files. */
@PageDePilote
@RequestMapping("/besoins")
class RecensementController {

    /** Templates name a situation as the code does. */
    private static final Map<String, Situation> PAR_NOM =
            Stream.of(Situation.values()).collect(Collectors.toMap(Situation::name, Function.identity()));

    private final RecensementDesBesoins recensements;
    private final ListeDesInitiatives liste;
    private final ExportDuRecensement export;
    private final Initiatives initiatives;
    private final Besoins besoins;
    private final Regions regions;
    private final Themes themes;
    private final Clock horloge;

    RecensementController(
            RecensementDesBesoins recensements,
            ListeDesInitiatives liste,
            ExportDuRecensement export,
            Initiatives initiatives,
            Besoins besoins,
            Regions regions,
            Themes themes,
            Clock horloge) {
        this.recensements = recensements;
        this.liste = liste;
        this.export = export;
        this.initiatives = initiatives;
        this.besoins = besoins;
        this.regions = regions;
        this.themes = themes;
        this.horloge = horloge;
    }

    @GetMapping
    String recensement(@AuthenticationPrincipal Agent agent, @RequestParam Map<String, String> parametres, Model vue) {
        RechercheDeBesoins recherche = RechercheDeBesoins.de(parametres);
        vue.addAttribute("recensement", recensements.compter(agent, recherche));
        vue.addAttribute("axes", Axe.values());
        proposer(agent, recherche, vue);
        return "besoins/recensement";
    }

    @GetMapping("/initiatives")
    String initiatives(@AuthenticationPrincipal Agent agent, @RequestParam Map<String, String> parametres, Model vue) {
        RechercheDeBesoins recherche = RechercheDeBesoins.de(parametres);
        ListeDesInitiatives.Page page = liste.page(agent, recherche);
        vue.addAttribute("page", page);
        vue.addAttribute("besoins", besoins.liste(besoins.version()));
        proposer(agent, recherche, vue);
        return "besoins/initiatives";
    }

    @GetMapping({"/recensement.csv", "/recensement.xlsx"})
    void telechargerLeRecensement(
            @AuthenticationPrincipal Agent agent,
            @RequestParam Map<String, String> parametres,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        telecharger(requete, reponse, "besoins", export.recensement(agent, RechercheDeBesoins.de(parametres)));
    }

    @GetMapping({"/initiatives.csv", "/initiatives.xlsx"})
    void telechargerLesInitiatives(
            @AuthenticationPrincipal Agent agent,
            @RequestParam Map<String, String> parametres,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        telecharger(
                requete, reponse, "initiatives", List.of(export.initiatives(agent, RechercheDeBesoins.de(parametres))));
    }

    private void telecharger(
            HttpServletRequest requete, HttpServletResponse reponse, String nom, List<Tableur.Feuille> feuilles)
            throws IOException {
        Tableur.telecharger(requete, reponse, nom + "-ptce-" + HeureDeParis.aujourdhui(horloge), feuilles);
    }

    private void proposer(Agent agent, RechercheDeBesoins recherche, Model vue) {
        vue.addAttribute("recherche", recherche);
        vue.addAttribute("situations", Situation.values());
        vue.addAttribute("situation", PAR_NOM);
        vue.addAttribute("campagnes", initiatives.campagnes());
        vue.addAttribute("regions", regionsDe(agent, recherche.decoupage()));
        vue.addAttribute("themes", themes.tous());
        vue.addAttribute("stades", LibellesDesBesoins.STADES);
        vue.addAttribute("importances", LibellesDesBesoins.IMPORTANCES);
    }

    /** Those of the agent in one map: a former region brings the one it was merged into. */
    private List<Region> regionsDe(Agent agent, int decoupage) {
        Set<String> siennes = agent.territoires().stream()
                .filter(regions::existe)
                .flatMap(code ->
                        Stream.of(code, regions.actuelle(regions.parCode(code)).code()))
                .collect(Collectors.toSet());
        return regions.decoupage(decoupage).stream()
                .filter(region -> agent.estDans(Groupes.ADMINISTRATION) || siennes.contains(region.code()))
                .toList();
    }
}

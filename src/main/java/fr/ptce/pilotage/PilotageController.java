package fr.ptce.pilotage;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.base.HeureDeParis;
import fr.ptce.candidature.Campagnes;
import fr.ptce.candidature.EtatDossier;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.Tableur;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard « Suivi du programme », the lists behind its figures, and all of it as files. */
@PageDePilote
@RequestMapping("/pilotage")
class PilotageController {

    private final ChiffresDuSuivi chiffres;
    private final ListesDuSuivi listes;
    private final ExportDuSuivi export;
    private final Campagnes campagnes;
    private final Regions regions;
    private final Themes themes;
    private final Incidents incidents;
    private final CarteDesRegions cartes;
    private final Clock horloge;

    PilotageController(
            ChiffresDuSuivi chiffres,
            ListesDuSuivi listes,
            ExportDuSuivi export,
            Campagnes campagnes,
            Regions regions,
            Themes themes,
            Incidents incidents,
            CarteDesRegions cartes,
            Clock horloge) {
        this.chiffres = chiffres;
        this.listes = listes;
        this.export = export;
        this.campagnes = campagnes;
        this.regions = regions;
        this.themes = themes;
        this.incidents = incidents;
        this.cartes = cartes;
        this.horloge = horloge;
    }

    @GetMapping
    String suivi(@AuthenticationPrincipal Agent agent, @RequestParam Map<String, String> parametres, Model vue) {
        FiltreDuSuivi filtre = FiltreDuSuivi.de(parametres, courant());
        Suivi suivi = chiffres.compter(agent, filtre);
        vue.addAttribute("suivi", suivi);
        dessiner(suivi, filtre, vue);
        compterLesIncidents(agent, vue);
        vue.addAttribute("courant", courant());
        vue.addAttribute("arreteLe", horloge.instant());
        vue.addAttribute("tranches", TrancheDeRetard.values());
        vue.addAttribute("retenu", EtatDossier.RETENU);
        proposer(agent, filtre, vue);
        return "pilotage/suivi";
    }

    @GetMapping("/suivi.xlsx")
    void telecharger(
            @AuthenticationPrincipal Agent agent,
            @RequestParam Map<String, String> parametres,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        FiltreDuSuivi filtre = FiltreDuSuivi.de(parametres, courant());
        Tableur.telecharger(requete, reponse, nom("suivi"), export.feuilles(chiffres.compter(agent, filtre)));
    }

    @GetMapping("/{liste:dossiers|taches|etapes|courriels|monographies|projets}")
    String liste(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String liste,
            @RequestParam Map<String, String> parametres,
            Model vue) {
        ListeDuSuivi<?> demandee = listes.trouver(liste);
        DemandeDeListe demande = DemandeDeListe.de(demandee, parametres, courant());
        ListesDuSuivi.Page page = listes.page(demandee, agent, demande);
        vue.addAttribute("liste", demandee);
        vue.addAttribute("recherche", demande);
        vue.addAttribute("page", page);
        vue.addAttribute("resume", page.resume());
        proposer(agent, demande.filtre(), vue);
        return "pilotage/liste";
    }

    @GetMapping({
        "/{liste:dossiers|taches|etapes|courriels|monographies|projets}.csv",
        "/{liste:dossiers|taches|etapes|courriels|monographies|projets}.xlsx"
    })
    void telechargerLaListe(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String liste,
            @RequestParam Map<String, String> parametres,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        ListeDuSuivi<?> demandee = listes.trouver(liste);
        DemandeDeListe demande = DemandeDeListe.de(demandee, parametres, courant());
        Tableur.telecharger(requete, reponse, nom(liste), List.of(listes.feuille(demandee, agent, demande)));
    }

    private void dessiner(Suivi suivi, FiltreDuSuivi filtre, Model vue) {
        Map<String, Long> deposes = new HashMap<>();
        Map<String, String> liens = new HashMap<>();
        suivi.territoires().forEach(territoire -> {
            deposes.put(territoire.code(), territoire.deposes());
            liens.put(territoire.code(), filtre.lienListe("dossiers", "region", territoire.code()));
        });
        vue.addAttribute("carte", cartes.carte(filtre.decoupage()));
        vue.addAttribute("deposesParRegion", deposes);
        vue.addAttribute("liensParRegion", liens);
    }

    /** Whatever the filters: what is broken has to be seen. */
    private void compterLesIncidents(Agent agent, Model vue) {
        Map<CauseDIncident, Long> parCause = new EnumMap<>(CauseDIncident.class);
        Set<CauseDIncident> retentables = EnumSet.noneOf(CauseDIncident.class);
        incidents.que(agent).forEach(incident -> {
            parCause.merge(incident.cause(), 1L, Long::sum);
            if (NouvelsEssais.retente(agent, incident)) {
                retentables.add(incident.cause());
            }
        });
        vue.addAttribute("incidents", parCause);
        vue.addAttribute("retentables", retentables);
    }

    private void proposer(Agent agent, FiltreDuSuivi filtre, Model vue) {
        vue.addAttribute("filtre", filtre);
        vue.addAttribute("campagnes", campagnes.toutes());
        vue.addAttribute("regions", regionsDe(agent, filtre.decoupage()));
        vue.addAttribute("themes", themes.tous());
    }

    /** Those of a map where the agent follows at least one of the regions that count there. */
    private List<Region> regionsDe(Agent agent, int decoupage) {
        return regions.decoupage(decoupage).stream()
                .filter(region ->
                        regions.codesDans(decoupage, region.code()).stream().anyMatch(agent::suit))
                .toList();
    }

    private String nom(String quoi) {
        return quoi + "-ptce-" + HeureDeParis.aujourdhui(horloge);
    }

    private YearMonth courant() {
        return Mois.de(horloge.instant());
    }
}

package fr.ptce.pilotage;

import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.pilotage.HistoireDuMoteur.Liste;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import fr.ptce.portail.PageDePilote;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The instances of the processes, running or over: their list, the page of one, its diagram and what is drawn on it. */
@PageDePilote
@RequestMapping("/pilotage/instances")
class InstancesController {

    /**
     * What a script draws on a diagram.
     *
     * @param fleches ids of the sequence flows taken
     */
    record Trace(Collection<Parcours.Marque> marques, Set<String> fleches) {}

    private final InstancesVisibles instances;
    private final FichesDInstance fiches;
    private final LectureDesParcours parcours;
    private final HistoireDuMoteur histoire;
    private final Processus processus;
    private final Regions regions;
    private final RepositoryService modeles;
    private final AuNomDeLApplication application;
    private final Clock horloge;

    InstancesController(
            InstancesVisibles instances,
            FichesDInstance fiches,
            LectureDesParcours parcours,
            HistoireDuMoteur histoire,
            Processus processus,
            Regions regions,
            RepositoryService modeles,
            AuNomDeLApplication application,
            Clock horloge) {
        this.instances = instances;
        this.fiches = fiches;
        this.parcours = parcours;
        this.histoire = histoire;
        this.processus = processus;
        this.regions = regions;
        this.modeles = modeles;
        this.application = application;
        this.horloge = horloge;
    }

    @GetMapping
    ModelAndView liste(
            @AuthenticationPrincipal Agent agent,
            @RequestParam Map<String, String> parametres,
            @RequestParam(defaultValue = "1") String page) {
        RechercheDInstances recherche = RechercheDInstances.de(parametres);
        Liste liste = histoire.instances(agent, recherche.critere(), RechercheDInstances.page(page));
        ModelAndView vue = new ModelAndView("pilotage/instances");
        vue.addObject("recherche", recherche);
        vue.addObject("lignes", liste.lignes());
        vue.addObject("processus", processus.noms());
        vue.addObject(
                "regions",
                regions.parNom().stream()
                        .filter(region -> agent.suit(region.code()))
                        .toList());
        liste.pages().montrer(vue, recherche::adresse);
        return vue;
    }

    @GetMapping("/{id}")
    ModelAndView instance(@AuthenticationPrincipal Agent agent, @PathVariable String id) {
        ModelAndView vue = new ModelAndView("pilotage/instance");
        InstanceVisible instance = ouvrir(agent, id);
        vue.addObject("fiche", fiches.lire(agent, instance));
        vue.addObject(
                "version",
                processus.version(instance.definition()).orElseThrow().getVersion());
        vue.addObject("maintenant", horloge.instant());
        vue.addObject("maximum", LectureDesParcours.MAXIMUM);
        vue.addObject("maximumDesListes", FichesDInstance.MAXIMUM);
        return vue;
    }

    @GetMapping("/{id}/diagramme.bpmn")
    ResponseEntity<Resource> diagramme(@AuthenticationPrincipal Agent agent, @PathVariable String id) {
        InstanceVisible instance = ouvrir(agent, id);
        InputStream modele = application.faire(() -> modeles.getProcessModel(instance.definition()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(new InputStreamResource(modele));
    }

    @GetMapping("/{id}/parcours.json")
    @ResponseBody
    Trace trace(@AuthenticationPrincipal Agent agent, @PathVariable String id) {
        Parcours lu = parcours.lire(ouvrir(agent, id));
        return new Trace(lu.marques(), lu.fleches());
    }

    private InstanceVisible ouvrir(Agent agent, String id) {
        return instances.chercher(agent, id).orElseThrow(Introuvable::processus);
    }
}

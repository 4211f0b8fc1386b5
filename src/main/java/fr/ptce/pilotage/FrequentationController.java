package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.Frequentation.Element;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.Tableur;
import fr.ptce.portail.Tableur.Colonne;
import fr.ptce.portail.Tableur.Feuille;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How often each step of a process is passed and how long it takes: as a page, for a script, for a spreadsheet. */
@PageDePilote
@RequestMapping("/pilotage/processus/{definition}")
class FrequentationController {

    /** The figure that a script writes on one element; the texts are ready to be shown. */
    record Chiffre(String element, String nom, long passages, boolean humaine, Double mediane, String medianeEnMots) {}

    private static final double MILLISECONDES_PAR_HEURE = Duration.ofHours(1).toMillis();

    private static final List<Colonne<Element>> COLONNES = List.of(
            new Colonne<>("Étape", Element::nom),
            new Colonne<>("Nature", Element::genre),
            new Colonne<>("Passages", Element::passages),
            new Colonne<>("Tâches terminées", element -> element.humaine() ? element.terminees() : null),
            new Colonne<>("Durée médiane (heures)", element -> heures(element.mediane())),
            new Colonne<>("Neuf sur dix en moins de (heures)", element -> heures(element.neufDixiemes())));

    private final Processus processus;
    private final LectureDesFrequentations frequentations;
    private final AffichageDuSuivi affichage;
    private final Clock horloge;

    FrequentationController(
            Processus processus, LectureDesFrequentations frequentations, AffichageDuSuivi affichage, Clock horloge) {
        this.processus = processus;
        this.frequentations = frequentations;
        this.affichage = affichage;
        this.horloge = horloge;
    }

    @GetMapping("/frequentation")
    ModelAndView page(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String definition,
            @RequestParam(required = false) String periode) {
        ModelAndView vue = new ModelAndView("pilotage/frequentation");
        vue.addObject("processus", ouvrir(definition));
        vue.addObject("periode", Recul.de(periode).id());
        vue.addObject(
                "periodes",
                Stream.of(Recul.values())
                        .map(une -> Map.entry(une.id(), une.libelle()))
                        .toList());
        vue.addObject("frequentation", frequentations.lire(agent, definition, Recul.de(periode)));
        return vue;
    }

    @GetMapping("/frequentation.json")
    @ResponseBody
    List<Chiffre> chiffres(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String definition,
            @RequestParam(required = false) String periode) {
        ouvrir(definition);
        return frequentations.lire(agent, definition, Recul.de(periode)).elements().stream()
                .map(element -> new Chiffre(
                        element.element(),
                        element.nom(),
                        element.passages(),
                        element.humaine(),
                        element.mediane(),
                        affichage.duree(element.mediane())))
                .toList();
    }

    @GetMapping({"/frequentation.csv", "/frequentation.xlsx"})
    void exporter(
            @AuthenticationPrincipal Agent agent,
            @PathVariable String definition,
            @RequestParam(required = false) String periode,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        ProcessDefinition version = ouvrir(definition);
        Frequentation lue = frequentations.lire(agent, definition, Recul.de(periode));
        Tableur.telecharger(
                requete,
                reponse,
                "frequentation-" + version.getKey() + "-" + HeureDeParis.aujourdhui(horloge),
                List.of(feuille(lue)));
    }

    private static Feuille feuille(Frequentation lue) {
        return Feuille.de("Fréquentation", COLONNES, lue.elements()::forEach);
    }

    private static Double heures(Double millisecondes) {
        return millisecondes == null ? null : Math.round(millisecondes / MILLISECONDES_PAR_HEURE * 100) / 100.0;
    }

    private ProcessDefinition ouvrir(String definition) {
        return processus.version(definition).orElseThrow(Introuvable::processus);
    }
}

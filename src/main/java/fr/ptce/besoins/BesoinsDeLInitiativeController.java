package fr.ptce.besoins;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import fr.ptce.moteur.Membres;
import fr.ptce.moteur.Membres.Membre;
import fr.ptce.portail.PageDePilote;
import fr.ptce.portail.PageDeRefus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What one initiative answered, what the tables proposed and what the pilot chose. */
@PageDePilote
class BesoinsDeLInitiativeController {

    private final Initiatives initiatives;
    private final Questionnaires questionnaires;
    private final DecisionsExpliquees decisions;
    private final Membres membres;

    BesoinsDeLInitiativeController(
            Initiatives initiatives, Questionnaires questionnaires, DecisionsExpliquees decisions, Membres membres) {
        this.initiatives = initiatives;
        this.questionnaires = questionnaires;
        this.decisions = decisions;
        this.membres = membres;
    }

    @GetMapping("/besoins/initiatives/{numero}")
    ModelAndView montrer(@AuthenticationPrincipal Agent agent, @PathVariable String numero) {
        return initiatives
                .chercher(numero)
                .filter(trouvee -> agent.suit(trouvee.region()))
                .map(this::page)
                .orElseGet(() -> PageDeRefus.de(
                        HttpStatus.NOT_FOUND,
                        "Initiative introuvable",
                        "Cette initiative n’est pas retenue, ou elle ne vous est pas ouverte."));
    }

    private ModelAndView page(Initiative initiative) {
        List<Questionnaire> tous = questionnaires.deLInitiative(initiative.numero());
        ModelAndView page = new ModelAndView("besoins/initiative");
        page.addObject("initiative", initiative);
        page.addObject("questionnaires", tous);
        page.addObject("explications", explications(initiative.numero()));
        page.addObject("noms", noms(tous));
        return page;
    }

    /** Those of the latest answers: a new questionnaire is explained anew. */
    private List<Explication> explications(String numero) {
        return Stream.of("orientation", "priorite")
                .flatMap(decision -> decisions.derniere(numero, decision).stream())
                .toList();
    }

    private Map<String, String> noms(List<Questionnaire> tous) {
        return membres
                .parId(tous.stream()
                        .flatMap(un -> Stream.of(un.lancePar(), un.reponduPar(), un.qualifiePar()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(Membre::id, Membre::nom));
    }
}

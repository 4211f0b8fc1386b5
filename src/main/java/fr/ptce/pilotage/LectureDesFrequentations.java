package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.Frequentation.Element;
import fr.ptce.pilotage.HistoireDuMoteur.Passages;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** Counts how often the elements of one version of a process were passed, within what an agent meets. */
@Component
class LectureDesFrequentations {

    private final HistoireDuMoteur histoire;
    private final LectureDesParcours parcours;
    private final Clock horloge;

    LectureDesFrequentations(HistoireDuMoteur histoire, LectureDesParcours parcours, Clock horloge) {
        this.histoire = histoire;
        this.parcours = parcours;
        this.horloge = horloge;
    }

    /** The most frequented elements first; one statement. */
    Frequentation lire(Agent agent, String definition, Recul periode) {
        Map<String, Passages> passages = histoire.passages(agent, definition, periode.debut(horloge)).stream()
                .collect(Collectors.toMap(Passages::element, Function.identity()));
        Diagramme diagramme = parcours.diagramme(definition);
        return new Frequentation(diagramme.elements().stream()
                .map(noeud -> element(diagramme, noeud, passages.get(noeud.getId())))
                .sorted(Comparator.comparing(Element::passages)
                        .reversed()
                        .thenComparing(Element::nom)
                        .thenComparing(Element::element))
                .toList());
    }

    private static Element element(Diagramme diagramme, FlowNode noeud, Passages passages) {
        String id = noeud.getId();
        boolean humaine = diagramme.estHumaine(id);
        return new Element(
                id,
                diagramme.nom(id),
                Diagramme.genre(noeud),
                passages == null ? 0 : passages.passages(),
                humaine,
                passages == null ? 0 : passages.terminees(),
                passages == null || !humaine ? null : passages.mediane(),
                passages == null || !humaine ? null : passages.neufDixiemes());
    }
}

package fr.ptce.pilotage;

import fr.ptce.pilotage.Diagramme.Fleche;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/**
 * The sequence flows that an instance took. The engine's history keeps the elements only: each element that began was
 * reached from the element before it that ended last, and no end of an element leads through one flow twice.
 */
final class FlechesSuivies {

    /** A way from an element that ended. */
    private record Passage(String fleche, String cle, Instant fin) {}

    private static final String PLUSIEURS_FOIS = "multiInstanceBody";

    private final List<HistoricActivityInstance> etapes;
    private final Map<String, List<Fleche>> parCible;
    private final Set<String> empruntees = new HashSet<>();

    /** @param etapes in the order in which they happened */
    FlechesSuivies(List<HistoricActivityInstance> etapes, List<Fleche> fleches) {
        this.etapes = etapes;
        this.parCible = fleches.stream().collect(Collectors.groupingBy(Fleche::cible));
    }

    /** Their ids, in the order in which they were taken. */
    Set<String> ids() {
        Set<String> suivies = new LinkedHashSet<>();
        for (int rang = 0; rang < etapes.size(); rang++) {
            vers(rang, suivies);
        }
        return suivies;
    }

    private void vers(int rang, Set<String> suivies) {
        Passage meilleur = null;
        for (int avant = 0; avant < rang; avant++) {
            Passage passage = passage(etapes.get(avant), etapes.get(rang));
            if (passage != null && (meilleur == null || !passage.fin().isBefore(meilleur.fin()))) {
                meilleur = passage;
            }
        }
        if (meilleur != null) {
            empruntees.add(meilleur.cle());
            suivies.add(meilleur.fleche());
        }
    }

    /** How one step led to another; null when it did not. */
    private Passage passage(HistoricActivityInstance source, HistoricActivityInstance cible) {
        if (!mene(source, cible)) {
            return null;
        }
        return parCible.getOrDefault(element(cible), List.of()).stream()
                .filter(fleche -> fleche.source().equals(element(source)))
                .map(fleche -> new Passage(
                        fleche.id(),
                        source.getId() + " " + fleche.id(),
                        source.getEndTime().toInstant()))
                .filter(passage -> !empruntees.contains(passage.cle()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the source had ended when the target began, in the same scope: a flow never leaves its own. */
    private static boolean mene(HistoricActivityInstance source, HistoricActivityInstance cible) {
        return Objects.equals(source.getParentActivityInstanceId(), cible.getParentActivityInstanceId())
                && !source.isCanceled()
                && source.getEndTime() != null
                && !source.getEndTime().toInstant().isAfter(cible.getStartTime().toInstant());
    }

    /** The element that the diagram shows for a step. */
    static String element(HistoricActivityInstance etape) {
        int fin = etape.getActivityId().indexOf('#');
        return fin < 0 ? etape.getActivityId() : etape.getActivityId().substring(0, fin);
    }

    static boolean repete(HistoricActivityInstance etape) {
        return PLUSIEURS_FOIS.equals(etape.getActivityType());
    }
}

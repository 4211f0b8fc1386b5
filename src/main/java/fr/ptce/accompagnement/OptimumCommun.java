package fr.ptce.accompagnement;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultDirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * Who should go to which project, seen for all projects together: first as many projects as possible get somebody, then
 * the sum of the scores is as high as possible.
 *
 * <p>One unit flows from each project to {@link #ARRIVEE}, through a person, as often as they have places left, or
 * directly, which costs more than all other ways together.
 */
final class OptimumCommun {

    static final int SCORE_MAXIMAL = 100;

    private static final Object ARRIVEE = new Object();

    private final SortedMap<String, ? extends SortedMap<Long, Integer>> scores;
    private final Map<Long, Integer> places;

    // Costs are edge weights: this solver does not read the cost function of the problem (jgrapht issue 1139).
    private final Graph<Object, DefaultWeightedEdge> reseau =
            new DefaultDirectedWeightedGraph<>(DefaultWeightedEdge.class);

    private OptimumCommun(SortedMap<String, ? extends SortedMap<Long, Integer>> scores, Map<Long, Integer> places) {
        this.scores = scores;
        this.places = places;
    }

    /**
     * The choice; the same for the same input, whatever the number of equally good ones.
     *
     * @param scores of 0 to 100 of those who may be chosen, by project and person; sorted, because among equally good
     *     choices the order decides
     * @param places projects that each of these people can take, at least 1
     * @return the person by project; projects that get nobody are absent
     */
    static Map<String, Long> choisir(
            SortedMap<String, ? extends SortedMap<Long, Integer>> scores, Map<Long, Integer> places) {
        return scores.isEmpty() ? Map.of() : new OptimumCommun(scores, places).resoudre();
    }

    private Map<String, Long> resoudre() {
        reseau.addVertex(ARRIVEE);
        scores.forEach(this::ajouter);
        MinimumCostFlowProblem<Object, DefaultWeightedEdge> probleme =
                new MinimumCostFlowProblemImpl<>(reseau, this::offre, this::capacite);
        Map<String, Long> choix = new TreeMap<>();
        new CapacityScalingMinimumCostFlow<Object, DefaultWeightedEdge>()
                .getMinimumCostFlow(probleme)
                .getFlowMap()
                .forEach((arc, flux) -> {
                    if (flux > 0
                            && reseau.getEdgeSource(arc) instanceof String projet
                            && reseau.getEdgeTarget(arc) instanceof Long personne) {
                        choix.put(projet, personne);
                    }
                });
        return choix;
    }

    private void ajouter(String projet, Map<Long, Integer> parPersonne) {
        reseau.addVertex(projet);
        relier(projet, ARRIVEE, SCORE_MAXIMAL * (scores.size() + 1));
        parPersonne.forEach((personne, score) -> {
            if (reseau.addVertex(personne)) {
                relier(personne, ARRIVEE, 0);
            }
            relier(projet, personne, SCORE_MAXIMAL - score);
        });
    }

    private void relier(Object de, Object vers, int cout) {
        reseau.setEdgeWeight(reseau.addEdge(de, vers), cout);
    }

    private int offre(Object sommet) {
        if (sommet instanceof String) {
            return 1;
        }
        return sommet == ARRIVEE ? -scores.size() : 0;
    }

    private int capacite(DefaultWeightedEdge arc) {
        return reseau.getEdgeSource(arc) instanceof Long personne ? places.get(personne) : 1;
    }
}

package fr.ptce.monographie;

import fr.ptce.annuaire.Referentiel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The versions of the grid, each read once, crossed with their référentiel. */
@Component
class Grilles {

    private final Map<String, Grille> grilles = new ConcurrentHashMap<>();
    private final Map<String, Referentiel> referentiels = new ConcurrentHashMap<>();

    /**
     * The grid of a version.
     *
     * @throws java.io.UncheckedIOException when there is no such version
     */
    public Grille version(String version) {
        return grilles.computeIfAbsent(version, Grille::lire);
    }

    /** The objectives, with their indicators, that a rubric sheds light on. */
    public List<Referentiel.Objectif> objectifs(Grille grille, Grille.Rubrique rubrique) {
        Referentiel referentiel = referentiels.computeIfAbsent(grille.referentiel(), Referentiel::lire);
        return rubrique.objectifs().stream()
                .map(referentiel::objectif)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A rubric of the grid of a version.
     *
     * @throws java.util.NoSuchElementException when the grid has no such rubric
     */
    public Grille.Rubrique rubrique(String version, String id) {
        return version(version).rubrique(id).orElseThrow();
    }
}

package fr.ptce.monographie;

import fr.ptce.annuaire.LecteurYaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The grid that all monographs follow (plan of action, axe 1.3): rubrics with the questions that guide interviews and
 * writing. Immutable; a corrected version is another file.
 *
 * @param referentiel version of the référentiel that its rubrics refer to
 * @param rubriques in the order of the text, never empty
 */
record Grille(String version, String referentiel, List<Rubrique> rubriques) {

    /** Version that a monograph is begun with. */
    static final String COURANTE = "2013-01";

    /**
     * A rubric.
     *
     * @param id stable, in small letters and underscores: fields of forms carry it
     * @param objectifs letters of the objectives of the référentiel that it sheds light on
     */
    record Rubrique(String id, String libelle, List<String> questions, List<String> objectifs) {}

    /** A rubric by its id; empty for an unknown one. */
    Optional<Rubrique> rubrique(String id) {
        return rubriques.stream().filter(rubrique -> rubrique.id().equals(id)).findFirst();
    }

    /** The labels of the rubrics for which nothing is written, separated by commas; empty when all are. */
    String vides(Map<String, String> ecrits) {
        return rubriques.stream()
                .filter(rubrique -> ecrits.getOrDefault(rubrique.id(), "").isBlank())
                .map(Rubrique::libelle)
                .collect(Collectors.joining(", "));
    }

    /** @throws java.io.UncheckedIOException when there is no such version */
    static Grille lire(String version) {
        return LecteurYaml.lire("monographie/grille-" + version + ".yaml", Grille.class);
    }
}

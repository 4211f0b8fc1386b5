package fr.ptce.annuaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The action framework of a PTCE (plan of action, annexe 3): general objectives, each with its objectives, each with its
 * indicators, in the order of the annexe. Immutable; a corrected version is another file.
 *
 * @param version year and month of its publication, {@code 2013-01}
 * @param objectifsGeneraux never empty
 */
public record Referentiel(
        String version, @JsonProperty("objectifs_generaux") List<ObjectifGeneral> objectifsGeneraux) {

    /**
     * One of the general objectives.
     *
     * @param id stable identifier
     */
    public record ObjectifGeneral(String id, String libelle, List<Objectif> objectifs) {}

    /**
     * An objective.
     *
     * @param id its letter in the annexe, {@code a} to {@code i}
     * @param indicateurs labels, never empty
     */
    public record Objectif(String id, String libelle, List<String> indicateurs) {}

    /**
     * Reads a version.
     *
     * @throws UncheckedIOException when there is no such version
     * @throws IllegalArgumentException when its file is not a référentiel
     */
    public static Referentiel lire(String version) {
        return LecteurYaml.lire("annuaire/referentiel-" + version + ".yaml", Referentiel.class);
    }

    /** An objective by its letter; empty for an unknown one. */
    public Optional<Objectif> objectif(String id) {
        return objectifsGeneraux.stream()
                .flatMap(general -> general.objectifs().stream())
                .filter(objectif -> objectif.id().equals(id))
                .findFirst();
    }

    /** How many indicators it has. */
    public int nombreDIndicateurs() {
        return objectifsGeneraux.stream()
                .flatMap(general -> general.objectifs().stream())
                .mapToInt(objectif -> objectif.indicateurs().size())
                .sum();
    }
}

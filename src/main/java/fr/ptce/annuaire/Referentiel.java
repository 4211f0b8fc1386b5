package fr.ptce.annuaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
        String chemin = "annuaire/referentiel-" + version + ".yaml";
        try (InputStream contenu = new ClassPathResource(chemin).getInputStream()) {
            Object donnees = new Yaml(new SafeConstructor(new LoaderOptions())).load(contenu);
            return new ObjectMapper().convertValue(donnees, Referentiel.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + chemin, e);
        }
    }

    /** How many indicators it has. */
    public int nombreDIndicateurs() {
        return objectifsGeneraux.stream()
                .flatMap(general -> general.objectifs().stream())
                .mapToInt(objectif -> objectif.indicateurs().size())
                .sum();
    }
}

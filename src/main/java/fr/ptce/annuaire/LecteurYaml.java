package fr.ptce.annuaire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the reference files of the programme that have levels, in YAML. */
public final class LecteurYaml {

    private LecteurYaml() {}

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException when there is no such file
     * @throws IllegalArgumentException when it does not hold what the type says
     */
    public static <T> T lire(String chemin, Class<T> type) {
        try (InputStream contenu = new ClassPathResource(chemin).getInputStream()) {
            Object donnees = new Yaml(new SafeConstructor(new LoaderOptions())).load(contenu);
            return new ObjectMapper().convertValue(donnees, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + chemin, e);
        }
    }
}

package fr.ptce.moteur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, decision tables and forms of the application, as the tests that need no application read them. */
public final class Modeles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Diagramme> DIAGRAMMES = fichiers("classpath:bpmn/*/*.bpmn")
            .map(fichier ->
                    new Diagramme(piece(fichier), fichier.getFilename(), lire(fichier, Bpmn::readModelFromStream)))
            .toList();

    private static final List<Tables> TABLES = fichiers("classpath:bpmn/*/*.dmn")
            .map(fichier -> new Tables(piece(fichier), fichier.getFilename(), lire(fichier, Dmn::readModelFromStream)))
            .toList();

    private static final List<Formulaire> FORMULAIRES = fichiers("classpath:forms/*/*.form")
            .map(fichier -> new Formulaire(
                    piece(fichier), fichier.getFilename().replaceFirst("\\.form$", ""), lire(fichier, JSON::readTree)))
            .toList();

    private Modeles() {}

    /**
     * A diagram.
     *
     * @param piece room
     * @param fichier name of the file
     */
    public record Diagramme(String piece, String fichier, BpmnModelInstance modele) {

        /** The variables that its elements write by themselves. */
        public Set<String> variablesEcrites() {
            Set<String> ecrites = new HashSet<>();
            modele.getModelElementsByType(CamundaInputParameter.class).forEach(v -> ecrites.add(v.getCamundaName()));
            modele.getModelElementsByType(CamundaOutputParameter.class).forEach(v -> ecrites.add(v.getCamundaName()));
            modele.getModelElementsByType(CamundaIn.class).forEach(v -> ecrites.add(v.getCamundaTarget()));
            modele.getModelElementsByType(CamundaOut.class).forEach(v -> ecrites.add(v.getCamundaTarget()));
            modele.getModelElementsByType(BusinessRuleTask.class)
                    .forEach(v -> ecrites.add(v.getCamundaResultVariable()));
            modele.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                    .forEach(v -> ecrites.add(v.getCamundaElementVariable()));
            return ecrites;
        }

        @Override
        public String toString() {
            return piece + "/" + fichier;
        }
    }

    /** A file of decision tables. */
    public record Tables(String piece, String fichier, DmnModelInstance modele) {

        @Override
        public String toString() {
            return piece + "/" + fichier;
        }
    }

    /**
     * A form.
     *
     * @param nom name of the file without its end
     */
    public record Formulaire(String piece, String nom, JsonNode schema) {

        /** What the form asks, at any depth: the components that have a key and may be changed. */
        public List<JsonNode> champs() {
            List<JsonNode> champs = new ArrayList<>();
            ajouter(schema.path("components"), champs);
            return champs;
        }

        private static void ajouter(JsonNode composants, List<JsonNode> champs) {
            for (JsonNode composant : composants) {
                boolean fige = composant.path("disabled").asBoolean()
                        || composant.path("readonly").asBoolean();
                if (composant.hasNonNull("key") && !fige) {
                    champs.add(composant);
                }
                ajouter(composant.path("components"), champs);
            }
        }

        public List<String> cles() {
            return champs().stream().map(champ -> champ.get("key").asText()).toList();
        }

        /** The values that a field offers; empty when it offers none, or those of a variable. */
        public List<String> options(String cle) {
            List<String> valeurs = new ArrayList<>();
            champs().stream()
                    .filter(champ -> cle.equals(champ.get("key").asText()))
                    .forEach(champ -> champ.path("values")
                            .forEach(option -> valeurs.add(option.path("value").asText())));
            return valeurs;
        }

        @Override
        public String toString() {
            return piece + "/" + nom + ".form";
        }
    }

    /** Read once: whoever changes a model clones it. */
    public static List<Diagramme> diagrammes() {
        return DIAGRAMMES;
    }

    /** Read once: whoever changes a model clones it. */
    public static List<Tables> tables() {
        return TABLES;
    }

    public static List<Formulaire> formulaires() {
        return FORMULAIRES;
    }

    /** Empty when there is no such file. */
    public static Optional<Formulaire> formulaire(String piece, String nom) {
        return formulaires().stream()
                .filter(formulaire -> formulaire.piece().equals(piece))
                .filter(formulaire -> formulaire.nom().equals(nom))
                .findFirst();
    }

    /** The form of a human task; empty when the file is missing. */
    public static Optional<Formulaire> formulaire(Diagramme diagramme, UserTask tache) {
        return formulaire(diagramme.piece(), tache.getCamundaFormRef());
    }

    private static Stream<Resource> fichiers(String motif) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(motif));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String piece(Resource fichier) {
        try {
            String[] chemin = fichier.getURL().getPath().split("/", -1);
            return chemin[chemin.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Lecture<T> {
        T de(InputStream flux) throws IOException;
    }

    private static <T> T lire(Resource fichier, Lecture<T> lecture) {
        try (InputStream flux = fichier.getInputStream()) {
            return lecture.de(flux);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

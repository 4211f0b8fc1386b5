package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ptce.base.HeureDeParis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** Reads forms: those of the application by their path, those of running tasks in their deployed version. */
@Service
public class Formulaires {

    private static final int VERSIONS_GARDEES = 500;

    private final ObjectProvider<FormService> formService;
    private final Clock horloge;
    private final Map<String, Formulaire> parChemin = new ConcurrentHashMap<>();
    private final Cache<String, Formulaire> parVersion =
            Caffeine.newBuilder().maximumSize(VERSIONS_GARDEES).build();

    /** The engine is asked for late: it needs this bean to check submissions. */
    Formulaires(ObjectProvider<FormService> formService, ObjectProvider<Clock> horloge) {
        this.formService = formService;
        this.horloge = horloge.getIfUnique(() -> Clock.system(HeureDeParis.ZONE));
    }

    /**
     * Reads a form of the application, once.
     *
     * @param chemin below {@code forms/}, for example {@code candidature/depot.form}
     * @throws UncheckedIOException if there is no such form
     * @throws IllegalArgumentException if it cannot be checked by the server
     */
    public Formulaire lire(String chemin) {
        return parChemin.computeIfAbsent(chemin, this::lireLeFichier);
    }

    /**
     * Reads the text of a form.
     *
     * @throws IllegalArgumentException if it is no form-js schema, or cannot be checked by the server
     */
    public Formulaire analyser(byte[] json) {
        try {
            JsonNode schema = Valeurs.JSON.readTree(json);
            return new Formulaire(new String(json, StandardCharsets.UTF_8), schema, horloge);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a JSON text", e);
        }
    }

    /**
     * The form of a running task, in the version deployed with its process.
     *
     * @return empty when the task has no {@code camunda:formRef}
     * @throws org.camunda.bpm.engine.AuthorizationException if the current user, when there is one, may not see it
     */
    public Optional<Formulaire> siLaTacheEnAUn(Task tache) {
        FormData donnees = formService.getObject().getTaskFormData(tache.getId());
        if (donnees == null || donnees.getCamundaFormRef() == null) {
            return Optional.empty();
        }
        CamundaFormRef reference = donnees.getCamundaFormRef();
        boolean immuable = "deployment".equals(reference.getBinding());
        String version = immuable ? donnees.getDeploymentId() + "/" + reference.getKey() : null;
        return Optional.of(deLaVersion(version, () -> lireLeDeploiement(tache.getId())));
    }

    /**
     * As {@link #siLaTacheEnAUn} for a task that must have a form.
     *
     * @throws IllegalArgumentException if the task has none
     */
    public Formulaire deLaTache(Task tache) {
        return siLaTacheEnAUn(tache)
                .orElseThrow(() -> new IllegalArgumentException("No form for task " + tache.getTaskDefinitionKey()));
    }

    /** @param version null when the form must be read again each time */
    Formulaire deLaVersion(String version, Supplier<byte[]> texte) {
        return version == null ? analyser(texte.get()) : parVersion.get(version, cle -> analyser(texte.get()));
    }

    private Formulaire lireLeFichier(String chemin) {
        try (InputStream flux = new ClassPathResource("forms/" + chemin).getInputStream()) {
            return analyser(flux.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] lireLeDeploiement(String tache) {
        try (InputStream flux = formService.getObject().getDeployedTaskForm(tache)) {
            return flux.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

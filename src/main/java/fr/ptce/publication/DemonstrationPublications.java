package fr.ptce.publication;

import fr.ptce.moteur.PasDeDemonstration;
import fr.ptce.publication.PublicationProcess.Elements;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes what the demonstration has validated at its first start; it does nothing when something was published. */
@Component
@Order(5)
@Profile("demo")
@ConditionalOnProperty(name = "ptce.demo.donnees", havingValue = "true", matchIfMissing = true)
class DemonstrationPublications implements ApplicationRunner {

    private static final String PILOTE = "pilote.national";

    private final Publications publications;
    private final PasDeDemonstration pas;

    DemonstrationPublications(Publications publications, PasDeDemonstration pas) {
        this.publications = publications;
        this.pas = pas;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (publications.nombreEnLigne(null) == 0) {
            pas.raconter(() -> publications.toutes(1, 0).forEach(this::publier));
        }
    }

    private void publier(Publication publication) {
        pas.ilYA(24);
        pas.avancer(publication.reference());
        pas.tache(publication.reference(), Elements.PREPARER)
                .ifPresent(tache -> pas.accomplir(
                        publication.reference(),
                        tache,
                        PILOTE,
                        Map.of(
                                "titre", "Un quai pour tous : un pôle raconté par les siens",
                                "auteurs", "Alix Exemple",
                                "resume",
                                        "Comment trois associations ont gardé une friche ouverte, et ce que dix-sept"
                                                + " structures y construisent aujourd’hui.",
                                "mots_cles", "culture, lieu partagé, coopérative, emploi",
                                "licence", "cc-by-sa")));
    }
}

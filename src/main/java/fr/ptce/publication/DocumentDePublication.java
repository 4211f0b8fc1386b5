package fr.ptce.publication;

import fr.ptce.courriel.DocumentsPdf;
import fr.ptce.formulaire.RenduMarkdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A version of a publication as an accessible PDF, with its notice, its outline and how to cite it. */
@Component
class DocumentDePublication {

    /** A chapter as it is set. */
    record ChapitreRendu(int rang, String titre, String html) {}

    private final Publications publications;
    private final DocumentsPdf documents;
    private final AffichageDesPublications affichage;
    private final Clock horloge;
    private final String marque = marque();

    DocumentDePublication(
            Publications publications, DocumentsPdf documents, AffichageDesPublications affichage, Clock horloge) {
        this.publications = publications;
        this.documents = documents;
        this.affichage = affichage;
        this.horloge = horloge;
    }

    byte[] composer(Publication publication, int numero) {
        Publication.Version version =
                publications.version(publication.id(), numero).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put("publication", publication);
        variables.put("version", version);
        variables.put("chapitres", chapitres(version));
        variables.put("region", affichage.region(publication.region()));
        variables.put("themes", publication.themes().isEmpty() ? "" : affichage.themes(publication.themes()));
        variables.put("date", version.publieeLe() == null ? horloge.instant() : version.publieeLe());
        variables.put("adresse", affichage.adresse(publication));
        variables.put("marque", marque);
        return documents.rendre("publication", variables);
    }

    /** The mark of the programme, inside the document: nothing is loaded for it. */
    private static String marque() {
        try {
            byte[] image = new ClassPathResource("publication/marque.png").getContentAsByteArray();
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chapters under the title of a page or of a document. */
    static List<ChapitreRendu> chapitres(Publication.Version version) {
        return version.chapitres().stream()
                .map(chapitre ->
                        new ChapitreRendu(chapitre.rang(), chapitre.titre(), RenduMarkdown.html(chapitre.texte(), 2)))
                .toList();
    }
}

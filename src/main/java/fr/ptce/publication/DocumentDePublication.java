package fr.ptce.publication;

import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.courriel.DocumentsPdf;
import fr.ptce.formulaire.RenduMarkdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A version of a publication as an accessible PDF, with its notice, its outline and how to cite it. */
@Component
class DocumentDePublication {

    /** A chapter as it is set. */
    record ChapitreRendu(int rang, String titre, String html) {}

    private final Publications publications;
    private final DocumentsPdf documents;
    private final Regions regions;
    private final Themes themes;
    private final Clock horloge;
    private final String adresse;
    private final String marque = marque();

    DocumentDePublication(
            Publications publications,
            DocumentsPdf documents,
            Regions regions,
            Themes themes,
            Clock horloge,
            @Value("${ptce.adresse}") String adresse) {
        this.publications = publications;
        this.documents = documents;
        this.regions = regions;
        this.themes = themes;
        this.horloge = horloge;
        this.adresse = adresse;
    }

    byte[] composer(Publication publication, int numero) {
        Publication.Version version =
                publications.version(publication.id(), numero).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put("publication", publication);
        variables.put("version", version);
        variables.put("chapitres", chapitres(version));
        variables.put("region", region(publication));
        variables.put(
                "themes", publication.themes().stream().map(themes::libelle).collect(Collectors.joining(", ")));
        variables.put("date", version.publieeLe() == null ? horloge.instant() : version.publieeLe());
        variables.put("adresse", adresse(publication));
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

    /** Where it is read, for as long as there is the toolbox. */
    String adresse(Publication publication) {
        return adresse + "/boite-a-outils/publications/" + publication.reference();
    }

    String region(Publication publication) {
        return regions.existe(publication.region())
                ? regions.parCode(publication.region()).nom()
                : "";
    }
}

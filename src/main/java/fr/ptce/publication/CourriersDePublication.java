package fr.ptce.publication;

import fr.ptce.annuaire.Initiatives;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The e-mails about publications; each one has an occasion of its own, so that a retried job sends nothing twice. */
@Service
class CourriersDePublication {

    private final Courriels courriels;
    private final Publications publications;
    private final Initiatives initiatives;
    private final String adresse;

    CourriersDePublication(
            Courriels courriels,
            Publications publications,
            Initiatives initiatives,
            @Value("${ptce.adresse}") String adresse) {
        this.courriels = courriels;
        this.publications = publications;
        this.initiatives = initiatives;
        this.adresse = adresse;
    }

    /** Tells the pôle where its monograph, or a version of it, is read; says nothing when it is about several pôles. */
    void annoncerLaPublication(long id) {
        Publication publication = publications.lire(id);
        Publication.Version version =
                publications.version(id, publication.version()).orElseThrow();
        if (publication.initiative() == null) {
            return;
        }
        initiatives
                .chercher(publication.initiative())
                .filter(initiative -> initiative.aUneAdresse())
                .ifPresent(initiative -> {
                    Map<String, Object> variables = new HashMap<>();
                    variables.put("contactNom", initiative.contactNom());
                    variables.put("titre", version.titre());
                    variables.put("errata", version.errata());
                    variables.put("lien", adresse + "/boite-a-outils/publications/" + publication.reference());
                    courriels.envoyer(new CourrielAEnvoyer(
                            "publication-en-ligne:" + publication.reference() + ":" + version.numero(),
                            publication.reference(),
                            initiative.contactCourriel(),
                            "publication-en-ligne",
                            variables,
                            List.of()));
                });
    }
}

package fr.ptce.publication;

import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.formulaire.RenduMarkdown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the pages of this room call as {@code aff}: ids and dates in the words a person reads. */
@Component
class AffichageDesPublications {

    private final Regions regions;
    private final Themes themes;
    private final String adresse;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDesPublications(Regions regions, Themes themes, @Value("${ptce.adresse}") String adresse) {
        this.regions = regions;
        this.themes = themes;
        this.adresse = adresse;
    }

    public String region(String code) {
        return Regions.FRANCE.equals(code)
                ? "Plusieurs régions"
                : regions.existe(code) ? regions.parCode(code).nom() : "–";
    }

    public String themes(Collection<String> ids) {
        return ids.isEmpty() ? "–" : ids.stream().map(themes::libelle).collect(Collectors.joining(", "));
    }

    public String date(Object valeur) {
        return valeur == null ? "–" : dates.date(valeur);
    }

    /** A text of Markdown under a heading of level 2, as safe HTML. */
    public String texte(String markdown) {
        return RenduMarkdown.html(markdown, 2);
    }

    /** Where a publication is read, for as long as there is the toolbox. */
    public String adresse(Publication publication) {
        return adresse + "/boite-a-outils/publications/" + publication.reference();
    }

    /** How a version is cited. */
    public String citation(Publication publication, Publication.Version version) {
        return version.auteurs() + ", «\u00a0" + version.titre() + "\u00a0», boîte à outils des PTCE, "
                + publication.reference() + ", version " + version.numero() + ", " + date(version.publieeLe()) + ", "
                + adresse(publication);
    }

    /** Dublin Core of a version, by name of the element. */
    Map<String, String> dublinCore(Publication publication, Publication.Version version) {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("DC.title", version.titre());
        elements.put("DC.creator", version.auteurs());
        elements.put("DC.description", version.resume());
        elements.put("DC.subject", version.motsCles());
        elements.put("DC.publisher", "Programme PTCE");
        elements.put("DC.date", String.valueOf(version.publieeLe()).substring(0, 10));
        elements.put("DC.type", "Text");
        elements.put("DC.format", "application/pdf");
        elements.put("DC.language", "fr");
        elements.put("DC.coverage", region(publication.region()));
        elements.put("DC.identifier", adresse(publication));
        elements.put(
                "DC.rights",
                version.licence().adresse() == null
                        ? version.licence().libelle()
                        : version.licence().adresse());
        elements.values().removeIf(valeur -> valeur == null || valeur.isBlank());
        return elements;
    }
}

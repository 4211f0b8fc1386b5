package fr.ptce.monographie;

import fr.ptce.annuaire.Regions;
import fr.ptce.annuaire.Themes;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.formulaire.RenduMarkdown;
import fr.ptce.moteur.Membres;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of this room call as {@code aff}: ids and dates in the words a person reads. */
@Component
class AffichageDesMonographies {

    /** Level of the heading above a text on our pages. */
    private static final int TITRE = 3;

    private final Regions regions;
    private final Themes themes;
    private final Membres membres;
    private final FormatFrancais dates = new FormatFrancais();

    AffichageDesMonographies(Regions regions, Themes themes, Membres membres) {
        this.regions = regions;
        this.themes = themes;
        this.membres = membres;
    }

    public String region(String code) {
        return regions.existe(code) ? regions.parCode(code).nom() : "–";
    }

    public String theme(String id) {
        return themes.libelle(id);
    }

    public String themes(Collection<String> ids) {
        return ids.isEmpty() ? "–" : ids.stream().map(themes::libelle).collect(Collectors.joining(", "));
    }

    public String milieu(String id) {
        return Milieu.de(id).libelle();
    }

    public String genre(String id) {
        return GenreDePole.de(id).libelle();
    }

    public String date(Object valeur) {
        return valeur == null ? "–" : dates.date(valeur);
    }

    public String moment(Object valeur) {
        return valeur == null ? "–" : dates.dateHeure(valeur);
    }

    /** The name of somebody with an account; « – » for nobody. */
    public String personne(String compte) {
        return compte == null ? "–" : personnes(List.of(compte)).get(compte);
    }

    /** The names of people with an account, all at once, by account; null among them is nobody. */
    Map<String, String> personnes(Collection<String> comptes) {
        List<String> distincts =
                comptes.stream().filter(Objects::nonNull).distinct().toList();
        Map<String, Membres.Membre> connus = membres.parId(distincts);
        return distincts.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        compte ->
                                connus.containsKey(compte) ? connus.get(compte).nom() : compte));
    }

    /** A text of Markdown as safe HTML. */
    public String texte(String markdown) {
        return RenduMarkdown.html(markdown, TITRE);
    }
}

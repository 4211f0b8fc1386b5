package fr.ptce.annuaire;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The themes of the programme, from {@code annuaire/themes.csv}. Immutable. */
@Component
public class Themes {

    private final List<Theme> themes =
            LecteurCsv.lire("annuaire/themes.csv", ligne -> new Theme(ligne.get("id"), ligne.get("libelle")));

    Themes() {}

    /** All of them, in the order in which they are offered. */
    public List<Theme> tous() {
        return themes;
    }

    /** The theme of an id; empty when unknown or null. */
    public Optional<Theme> parId(String id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /** The label of a theme, or the id itself when unknown. */
    public String libelle(String id) {
        return parId(id).map(Theme::libelle).orElse(id);
    }
}

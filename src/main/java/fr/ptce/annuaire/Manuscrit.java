package fr.ptce.annuaire;

import java.util.List;

/**
 * A validated text to be published.
 *
 * @param ouvrage reference of the work, such as {@code MONO-0001}
 * @param genre what it is
 * @param initiative number of the pôle that it is about; null for several
 * @param region code, that of the whole country for several regions
 * @param auteurs names as they are to be printed, separated by commas
 * @param themes ids
 * @param chapitres in the order of the text, never empty
 */
public record Manuscrit(
        String ouvrage,
        GenreDePublication genre,
        String titre,
        String initiative,
        String region,
        String auteurs,
        List<String> themes,
        List<Chapitre> chapitres) {

    public Manuscrit {
        themes = List.copyOf(themes);
        chapitres = List.copyOf(chapitres);
    }

    /**
     * A part of the text with its title.
     *
     * @param texte Markdown
     */
    public record Chapitre(String titre, String texte) {}
}

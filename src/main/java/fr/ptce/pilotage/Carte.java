package fr.ptce.pilotage;

import java.util.List;
import java.util.Map;

/**
 * A map of France, for the fragment {@code pilotage/carte :: carte}.
 *
 * @param annee 2012 or 2016
 * @param cadre view box of the drawing
 * @param formes one a region, by name, then overseas, then the national level
 */
public record Carte(int annee, String cadre, List<Forme> formes) {

    /**
     * A region on the map, in the coordinates of the view box.
     *
     * @param trace path data of SVG
     * @param x middle of what is written on the region
     * @param y base line of its number
     * @param yNom base line of the first line of its name
     * @param etiquette its name, in lines short enough for the region
     * @param enMetropole whether it lies on the mainland or is Corsica; the others are set below
     */
    public record Forme(
            String code,
            String nom,
            String trace,
            int x,
            int y,
            int yNom,
            List<String> etiquette,
            boolean enMetropole) {

        public Forme {
            etiquette = List.copyOf(etiquette);
        }
    }

    public Carte {
        formes = List.copyOf(formes);
    }

    /**
     * The classes in which this map colours its regions.
     *
     * @param valeurs numbers by code of region; those of regions that are not on this map do not count
     */
    public ClassesDeValeurs classes(Map<String, ? extends Number> valeurs) {
        return ClassesDeValeurs.de(formes.stream()
                .map(Forme::code)
                .filter(valeurs::containsKey)
                .map(valeurs::get)
                .toList());
    }
}

package fr.ptce.pilotage;

import fr.ptce.annuaire.LecteurCsv;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.pilotage.Carte.Forme;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The maps of France, with the regions of 2012 or of 2016, from {@code pilotage/carte-<year>.csv}. Immutable. */
@Component
public class CarteDesRegions {

    /** Around the outlines there is room for the line of the focus. */
    private static final String CADRE = "-4 -4 624 694";

    private final Map<Integer, Carte> cartes;

    CarteDesRegions(Regions regions) {
        this.cartes = Stream.of(2012, 2016)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), annee -> lire(annee, regions.decoupage(annee))));
    }

    private static Carte lire(int annee, List<Region> decoupage) {
        Map<String, CSVRecord> traces =
                LecteurCsv.lire("pilotage/carte-" + annee + ".csv", Function.identity()).stream()
                        .collect(Collectors.toMap(ligne -> ligne.get("code"), Function.identity()));
        List<Forme> formes = decoupage.stream()
                .map(region -> forme(region, traces.remove(region.code())))
                .toList();
        if (!traces.isEmpty()) {
            throw new IllegalStateException("Not a region of " + annee + ": " + traces.keySet());
        }
        return new Carte(annee, CADRE, formes);
    }

    private static Forme forme(Region region, CSVRecord ligne) {
        if (ligne == null) {
            throw new IllegalStateException("No outline of the region " + region.code());
        }
        return new Forme(
                region.code(),
                region.nom(),
                ligne.get("trace"),
                Integer.parseInt(ligne.get("x")),
                Integer.parseInt(ligne.get("y")),
                Integer.parseInt(ligne.get("y_nom")),
                List.of(ligne.get("etiquette").split("\\|")),
                region.type().equals("region"));
    }

    /**
     * The map of a given year.
     *
     * @param annee 2012 gives the 22 former regions, 2016 the 13 present ones
     * @throws IllegalArgumentException for another year
     */
    public Carte carte(int annee) {
        Carte carte = cartes.get(annee);
        if (carte == null) {
            throw new IllegalArgumentException("No map of the year " + annee);
        }
        return carte;
    }
}

package fr.ptce.libelles;

import fr.ptce.annuaire.LecteurCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The labels of the lists that are kept as data, by id. */
final class LibellesDesDonnees {

    private static final Pattern D_UNE_REGION = Pattern.compile("(pilotes|accompagnateurs)-\\d\\d");

    private LibellesDesDonnees() {}

    /** By version and id. */
    static Map<String, String> besoins() {
        return csv("annuaire/besoins.csv", "libelle", "version", "id");
    }

    static Map<String, String> themes() {
        return csv("annuaire/themes.csv", "libelle", "id");
    }

    /** But those of a region, which are named after it. */
    static Map<String, String> groupes() {
        Map<String, String> groupes = csv("annuaire/groupes.csv", "nom", "id");
        groupes.keySet().removeIf(id -> D_UNE_REGION.matcher(id).matches());
        return groupes;
    }

    static Map<String, String> groupesDesRegions() {
        Map<String, String> groupes = csv("annuaire/groupes.csv", "nom", "id");
        groupes.keySet().removeIf(id -> !D_UNE_REGION.matcher(id).matches());
        return groupes;
    }

    /** With the apostrophes of a text; the file has those of the programme. */
    static Map<String, String> regions() {
        Map<String, String> regions = csv("annuaire/regions.csv", "nom", "code");
        regions.replaceAll((code, nom) -> nom.replace('\'', '’'));
        return regions;
    }

    static Map<String, String> chapitres() {
        Map<String, String> chapitres = csv("accompagnement/chapitres.csv", "titre", "rang");
        csv("accompagnement/chapitres.csv", "consigne", "rang")
                .forEach((rang, consigne) -> chapitres.put(rang + " consigne", consigne));
        return chapitres;
    }

    /** What pilots read of a process: the variables, and the values that have a label of their own. */
    static Map<String, String> variables() {
        Map<String, String> variables = csv("pilotage/variables.csv", "libelle", "nom");
        csv("pilotage/variables.csv", "valeurs", "nom").forEach((nom, valeurs) -> Stream.of(valeurs.split("\\|"))
                .map(valeur -> valeur.split("=", 2))
                .filter(valeur -> valeur.length == 2)
                .forEach(valeur -> variables.put(nom + " " + valeur[0], valeur[1])));
        return variables;
    }

    /** The rubrics of the monographs, their questions and the objectives that they shed light on. */
    static Map<String, String> grille() {
        Map<String, String> grille = new LinkedHashMap<>();
        for (Map<String, Object> rubrique : rubriques()) {
            String id = (String) rubrique.get("id");
            grille.put(id, (String) rubrique.get("libelle"));
            int rang = 1;
            for (Object question : (List<?>) rubrique.get("questions")) {
                grille.put(id + " question " + rang++, (String) question);
            }
            grille.put(id + " objectifs", rubrique.get("objectifs").toString());
        }
        return grille;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rubriques() {
        try (InputStream flux = LibellesDesDonnees.class.getResourceAsStream("/monographie/grille-2013-01.yaml")) {
            Map<String, Object> contenu = new Yaml().load(flux);
            return (List<Map<String, Object>>) contenu.get("rubriques");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> csv(String chemin, String libelle, String... cles) {
        Map<String, String> libelles = new LinkedHashMap<>();
        LecteurCsv.lire(
                chemin,
                ligne -> libelles.put(
                        Stream.of(cles).map(ligne::get).collect(Collectors.joining(" ")), ligne.get(libelle)));
        return libelles;
    }
}

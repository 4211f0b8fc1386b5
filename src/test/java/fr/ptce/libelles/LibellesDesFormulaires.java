package fr.ptce.libelles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The choices that the forms offer: what is kept, and what people read of it. */
final class LibellesDesFormulaires {

    /**
     * A field with choices.
     *
     * @param choix labels by value, in the order of the form
     */
    record Champ(String formulaire, String cle, String libelle, Map<String, String> choix) {

        /** One for each need: they offer the same choices. */
        String famille() {
            return cle.replaceFirst("^(besoin|competence)_.*", "$1_*");
        }
    }

    private record Choix(String cle, String formulaire, String libelle) {}

    /** Fields whose choices are a list that has its own file. */
    private static final Set<String> LISTES = Set.of("themes", "region");

    private LibellesDesFormulaires() {}

    /**
     * The labels of the choices, by field and value; those of a field of several forms are told once when they agree, else
     * with the form.
     */
    static Map<String, String> desChoix() {
        Map<String, List<Choix>> parCle = champs().stream()
                .filter(champ -> !LISTES.contains(champ.cle()))
                .flatMap(champ -> champ.choix().entrySet().stream()
                        .map(valeur -> new Choix(
                                champ.famille() + " " + valeur.getKey(), champ.formulaire(), valeur.getValue())))
                .collect(Collectors.groupingBy(Choix::cle));
        Map<String, String> libelles = new TreeMap<>();
        parCle.forEach((cle, lus) -> {
            boolean unSeul = lus.stream().map(Choix::libelle).distinct().count() == 1;
            lus.forEach(choix -> libelles.put(unSeul ? cle : cle + " (" + choix.formulaire() + ")", choix.libelle()));
        });
        return libelles;
    }

    static List<Champ> champs() {
        List<Champ> champs = new ArrayList<>();
        try (Stream<Path> fichiers = Files.walk(Path.of("forms"))) {
            fichiers.filter(fichier -> fichier.toString().endsWith(".form"))
                    .sorted()
                    .forEach(fichier -> {
                        String nom = fichier.getFileName().toString().replace(".form", "");
                        chercher(nom, lire(fichier), champs);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return champs;
    }

    private static void chercher(String formulaire, JsonNode noeud, List<Champ> champs) {
        if (noeud.path("values").isArray()) {
            Map<String, String> choix = new LinkedHashMap<>();
            noeud.get("values")
                    .forEach(valeur -> choix.put(
                            valeur.get("value").asText(), valeur.get("label").asText()));
            champs.add(new Champ(
                    formulaire, noeud.get("key").asText(), noeud.path("label").asText(), choix));
        }
        noeud.forEach(enfant -> chercher(formulaire, enfant, champs));
    }

    private static JsonNode lire(Path fichier) {
        try {
            return new ObjectMapper().readTree(fichier.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

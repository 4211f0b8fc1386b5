package fr.ptce.candidature.importation;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.annuaire.Regions;
import fr.ptce.formulaire.Formulaires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What the import makes of a row, without the application. */
public final class ImportDEssai {

    private ImportDEssai() {}

    /** The fields of the only row of a file, by key; the map gives the cells by the name of their column. */
    public static Map<String, Object> lire(Regions regions, Formulaires formulaires, Map<String, String> cellules)
            throws IOException {
        String fichier = String.join(";", cellules.keySet()) + "\n"
                + cellules.values().stream().map(cellule -> '"' + cellule + '"').collect(Collectors.joining(";"));
        Tableau tableau = LecteurDeFichier.lire(fichier.getBytes(StandardCharsets.UTF_8), 10_000);
        return new ControleDesLignes(regions, formulaires, new ObjectMapper())
                .controler(tableau.lignes().get(0), 2012)
                .champs();
    }
}

package fr.ptce.besoins;

import fr.ptce.annuaire.Besoin;
import fr.ptce.formulaire.ValeursLues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a porteur answers, or an agent on their behalf: the fields of {@code repondre-questionnaire.form}, checked by
 * then. Texts that were not given are null.
 *
 * @param stade {@code emergence}, {@code structuration} or {@code developpement}
 * @param experimentation {@code oui}, {@code a-discuter} or {@code non}
 * @param importances importance from 1 to 4 by id of the need, in the order of the list; without those left blank
 */
public record Reponses(
        String stade,
        String territoire,
        String filiere,
        String partenaires,
        String precisions,
        String appuis,
        String disponibilites,
        String experimentation,
        Map<String, Integer> importances) {

    /** From this importance on, the tables of orientation take a need into account. */
    static final int IMPORTANT = 3;

    static final int ESSENTIEL = 4;

    private static final String PREFIXE = "besoin_";

    /** Reads the fields of the form for the needs of its version. */
    static Reponses de(Map<String, Object> champs, List<Besoin> besoins) {
        ValeursLues saisie = new ValeursLues(champs);
        Map<String, Integer> importances = new LinkedHashMap<>();
        for (Besoin besoin : besoins) {
            String importance = saisie.texte(champ(besoin.id()));
            if (importance != null) {
                importances.put(besoin.id(), Integer.valueOf(importance));
            }
        }
        return new Reponses(
                saisie.texte("stade_maturite"),
                saisie.texte("territoire_projet"),
                saisie.texte("filiere"),
                saisie.texte("partenaires_actuels"),
                saisie.texte("precisions_besoins"),
                saisie.texte("appuis_recus"),
                saisie.texte("disponibilites"),
                saisie.texte("experimentation"),
                importances);
    }

    /** The field of the form that asks how important a need is. */
    static String champ(String besoin) {
        return PREFIXE + besoin.replace('-', '_');
    }

    /** The important and essential needs, each between spaces, for the table of orientation. */
    String besoinsImportants() {
        return importances.entrySet().stream()
                .filter(besoin -> besoin.getValue() >= IMPORTANT)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("  ", " ", " "));
    }

    /** How many needs are at least that important. */
    int nombre(int importance) {
        return (int) importances.values().stream()
                .filter(valeur -> valeur >= importance)
                .count();
    }
}

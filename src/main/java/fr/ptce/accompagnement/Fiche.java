package fr.ptce.accompagnement;

import fr.ptce.annuaire.Besoin;
import fr.ptce.formulaire.ValeursLues;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody says of themselves who proposes to accompany projects: the fields of
 * {@code recensement-accompagnateur.form}, checked by then. Texts that were not given are null.
 *
 * @param region code of the principal one
 * @param regions codes of all of them, the principal one first
 * @param capacite projects at a time, 1 to 10
 * @param competences level from 1 to 3 by id of the need, in the order of the list
 */
record Fiche(
        String prenom,
        String nom,
        String courriel,
        String telephone,
        String structure,
        String region,
        Set<String> regions,
        int capacite,
        String langues,
        String experience,
        Map<String, Integer> competences) {

    private static final String PREFIXE = "competence_";

    /** Reads the fields of the form for this list of needs. */
    static Fiche de(Map<String, Object> champs, List<Besoin> besoins) {
        ValeursLues saisie = new ValeursLues(champs);
        Set<String> regions = new LinkedHashSet<>();
        regions.add(saisie.texte("region_principale"));
        regions.addAll(saisie.liste("autres_regions"));
        Map<String, Integer> competences = new LinkedHashMap<>();
        for (Besoin besoin : besoins) {
            String niveau = saisie.texte(champ(besoin.id()));
            if (niveau != null) {
                competences.put(besoin.id(), Integer.valueOf(niveau));
            }
        }
        return new Fiche(
                saisie.texte("prenom"),
                saisie.texte("nom"),
                saisie.texte("courriel"),
                saisie.texte("telephone"),
                saisie.texte("structure"),
                saisie.texte("region_principale"),
                regions,
                saisie.entier("capacite"),
                saisie.texte("langues"),
                saisie.texte("experience"),
                competences);
    }

    /** The field of the form that asks for the level in a need. */
    static String champ(String besoin) {
        return PREFIXE + besoin.replace('-', '_');
    }

    /** The fields of the form for this sheet. */
    Map<String, Object> champs() {
        Map<String, Object> champs = new LinkedHashMap<>();
        champs.put("prenom", prenom);
        champs.put("nom", nom);
        champs.put("telephone", telephone);
        champs.put("structure", structure);
        champs.put("capacite", capacite);
        champs.put("langues", langues);
        champs.put("experience", experience);
        competences.forEach((besoin, niveau) -> champs.put(champ(besoin), String.valueOf(niveau)));
        return champs;
    }

    String nomComplet() {
        return prenom + " " + nom;
    }
}

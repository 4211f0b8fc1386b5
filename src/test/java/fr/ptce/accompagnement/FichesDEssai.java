package fr.ptce.accompagnement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sheets that pass the form. */
final class FichesDEssai {

    private FichesDEssai() {}

    static Map<String, Object> fiche(String prenom, String nom, String courriel) {
        Map<String, Object> champs = new HashMap<>();
        champs.put("prenom", prenom);
        champs.put("nom", nom);
        champs.put("courriel", courriel);
        champs.put("region_principale", "53");
        champs.put("autres_regions", List.of("52"));
        champs.put("capacite", 2);
        champs.put("competence_gouvernance", "3");
        champs.put("competence_financement", "1");
        champs.put("experience", "Dix ans d’accompagnement de coopératives en Bretagne.");
        champs.put("consentement", true);
        return champs;
    }
}

package fr.ptce.pilotage;

import fr.ptce.pilotage.HistoireDuMoteur.Critere;
import fr.ptce.portail.ParametresDAdresse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a pilot asks of the list of instances; all of it is in the address. What is not understood is left out rather
 * than refused.
 *
 * @param processus key; empty for all but the services
 * @param dossier business key; empty for all
 * @param etat {@code en-cours}, {@code terminees} or empty for both
 * @param region code; empty for all
 */
record RechercheDInstances(String processus, String dossier, String etat, String region) {

    private static final String EN_COURS = "en-cours";
    private static final String TERMINEES = "terminees";
    private static final int LONGUEUR = 100;

    static RechercheDInstances de(Map<String, String> parametres) {
        String etat = texte(parametres, "etat");
        return new RechercheDInstances(
                texte(parametres, "processus"),
                texte(parametres, "dossier").toUpperCase(Locale.ROOT),
                EN_COURS.equals(etat) || TERMINEES.equals(etat) ? etat : "",
                texte(parametres, "region"));
    }

    static int page(String saisie) {
        return saisie.matches("\\d{1,6}") ? Integer.parseInt(saisie) : 1;
    }

    private static String texte(Map<String, String> parametres, String nom) {
        return Objects.requireNonNullElse(ParametresDAdresse.texte(parametres.get(nom), LONGUEUR), "");
    }

    Critere critere() {
        return new Critere(
                ouNul(processus), ouNul(dossier), etat.isEmpty() ? null : TERMINEES.equals(etat), ouNul(region));
    }

    private static String ouNul(String texte) {
        return texte.isEmpty() ? null : texte;
    }

    /** Whether some instances are left out. */
    public boolean filtree() {
        return !(processus + dossier + etat + region).isEmpty();
    }

    String adresse(int page) {
        Map<String, Object> parametres = new LinkedHashMap<>();
        parametres.put("processus", ouNul(processus));
        parametres.put("dossier", ouNul(dossier));
        parametres.put("etat", ouNul(etat));
        parametres.put("region", ouNul(region));
        parametres.put("page", page);
        return ParametresDAdresse.adresse("/pilotage/instances", parametres);
    }
}

package fr.ptce.pilotage;

import fr.ptce.pilotage.HistoireDuMoteur.Critere;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

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

    /** PostgreSQL refuses the character NUL. */
    private static String texte(Map<String, String> parametres, String nom) {
        String saisie = parametres.getOrDefault(nom, "").replace("\0", "").strip();
        return saisie.length() > LONGUEUR ? saisie.substring(0, LONGUEUR) : saisie;
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
        return UriComponentsBuilder.fromPath("/pilotage/instances")
                .queryParam("processus", "{processus}")
                .queryParam("dossier", "{dossier}")
                .queryParam("etat", "{etat}")
                .queryParam("region", "{region}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(processus, dossier, etat, region)
                .toUriString();
    }
}

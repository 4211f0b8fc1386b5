package fr.ptce.pilotage;

import fr.ptce.pilotage.ListeDuSuivi.Colonne;
import fr.ptce.portail.ParametresDAdresse;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pilot asks of a list behind the figures; all of it is in the address.
 *
 * @param filtre that of the dashboard
 * @param criteres those of the list, by name; never null
 * @param colonne to sort by
 * @param decroissant from last to first
 * @param page from 1
 */
record DemandeDeListe(
        String chemin,
        FiltreDuSuivi filtre,
        Map<String, String> criteres,
        Colonne colonne,
        boolean decroissant,
        int page) {

    private static final String RACINE = "/pilotage/";
    private static final int CRITERE_MAXIMUM = 450;

    /** @param courant the month it is */
    static DemandeDeListe de(ListeDuSuivi<?> liste, Map<String, String> parametres, YearMonth courant) {
        List<Colonne> colonnes = liste.colonnes();
        Colonne triee = colonnes.stream()
                .filter(colonne -> colonne.id().equals(parametres.get("tri")))
                .findFirst()
                .orElse(null);
        String page = parametres.get("page");
        return new DemandeDeListe(
                liste.chemin(),
                FiltreDuSuivi.de(parametres, courant),
                criteres(liste, parametres),
                triee == null ? colonnes.get(0) : triee,
                triee == null ? liste.decroissante() : "desc".equals(parametres.get("sens")),
                page != null && page.matches("[0-9]{1,7}") ? Integer.parseInt(page) : 1);
    }

    private static Map<String, String> criteres(ListeDuSuivi<?> liste, Map<String, String> parametres) {
        Map<String, String> criteres = new LinkedHashMap<>();
        liste.criteres().forEach(nom -> {
            String valeur = ParametresDAdresse.texte(parametres.get(nom), CRITERE_MAXIMUM);
            if (valeur != null) {
                criteres.put(nom, valeur);
            }
        });
        return criteres;
    }

    public String lienPage(int numero) {
        Map<String, Object> parametres = parametres();
        parametres.put("page", numero == 1 ? null : numero);
        return ParametresDAdresse.adresse(RACINE + chemin, parametres);
    }

    /** To the same list by this column, the other way round when it is by it already. */
    public String lienTri(String id) {
        Map<String, Object> parametres = parametres();
        parametres.put("tri", id);
        parametres.put("sens", id.equals(colonne.id()) && !decroissant ? "desc" : "asc");
        return ParametresDAdresse.adresse(RACINE + chemin, parametres);
    }

    /** To the list as a file: {@code csv} or {@code xlsx}. */
    public String lienExport(String format) {
        return ParametresDAdresse.adresse(RACINE + chemin + "." + format, parametres());
    }

    /** To the same list without its own criteria. */
    public String lienSansCriteres() {
        return filtre.lienListe(chemin);
    }

    /** Value of {@code aria-sort} for a column, null when the list is not by it. */
    public String ariaSort(String id) {
        if (!id.equals(colonne.id())) {
            return null;
        }
        return decroissant ? "descending" : "ascending";
    }

    private Map<String, Object> parametres() {
        Map<String, Object> parametres = filtre.parametres();
        parametres.putAll(criteres);
        parametres.put("tri", colonne.id());
        parametres.put("sens", decroissant ? "desc" : "asc");
        return parametres;
    }
}

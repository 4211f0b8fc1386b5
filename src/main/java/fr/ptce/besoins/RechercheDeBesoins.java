package fr.ptce.besoins;

import static fr.ptce.portail.ParametresDAdresse.adresse;
import static fr.ptce.portail.ParametresDAdresse.texte;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a pilot asks of the census and of the lists behind its figures; all of it is in the address of the page. What is
 * not understood is left out rather than refused: an old bookmark still opens the page.
 *
 * @param decoupage 2016 for the present regions, 2012 for the former ones
 * @param campagne code of the call, null for all
 * @param region code in this map, null for all
 * @param theme id, {@link #SANS_THEME} for initiatives without any, null for all
 * @param stade id, null for all
 * @param importance least importance of a need that counts, from 1 to 4
 * @param plafond greatest importance of a need that counts, from {@code importance} to 4
 * @param axe what the table of needs is broken down by
 * @param situation of the initiatives of a list, null for all
 * @param besoin id of a need that the initiatives of a list express, null for any
 * @param tri a key of {@link ListeDesInitiatives}
 * @param decroissant from last to first
 * @param page from 1
 */
record RechercheDeBesoins(
        int decoupage,
        String campagne,
        String region,
        String theme,
        String stade,
        int importance,
        int plafond,
        Axe axe,
        Situation situation,
        String besoin,
        String tri,
        boolean decroissant,
        int page) {

    static final int DECOUPAGE_ACTUEL = 2016;
    static final int ANCIEN_DECOUPAGE = 2012;
    static final String SANS_THEME = "sans";

    private static final int TEXTE_MAXIMUM = 40;
    private static final String RECENSEMENT = "/besoins";
    private static final String LISTE = "/besoins/initiatives";

    /** @param parametres those of the address */
    static RechercheDeBesoins de(Map<String, String> parametres) {
        int importance = entier(parametres.get("importance"), 1, 1, Reponses.ESSENTIEL);
        String tri = parametres.get("tri");
        String stade = parametres.get("stade");
        return new RechercheDeBesoins(
                String.valueOf(ANCIEN_DECOUPAGE).equals(parametres.get("decoupage"))
                        ? ANCIEN_DECOUPAGE
                        : DECOUPAGE_ACTUEL,
                texte(parametres.get("campagne"), TEXTE_MAXIMUM),
                texte(parametres.get("region"), TEXTE_MAXIMUM),
                texte(parametres.get("theme"), TEXTE_MAXIMUM),
                stade != null && LibellesDesBesoins.STADES.containsKey(stade) ? stade : null,
                importance,
                entier(parametres.get("plafond"), Reponses.ESSENTIEL, importance, Reponses.ESSENTIEL),
                Axe.de(parametres.get("axe")),
                Situation.de(parametres.get("situation")).orElse(null),
                texte(parametres.get("besoin"), TEXTE_MAXIMUM),
                tri != null && ListeDesInitiatives.TRIS.contains(tri) ? tri : "numero",
                "desc".equals(parametres.get("sens")),
                entier(parametres.get("page"), 1, 1, 1_000_000));
    }

    /** Whether some initiatives are left out of the census. */
    public boolean filtree() {
        return Stream.of(campagne, region, theme, stade).anyMatch(Objects::nonNull) || importance > 1;
    }

    /** Whether some initiatives are left out of the list. */
    public boolean restreinte() {
        return filtree() || situation != null || besoin != null;
    }

    /** To the same census in another form: {@code csv} or {@code xlsx}. */
    public String lienRecensement(String format) {
        return adresse(RECENSEMENT + "/recensement." + format, commun());
    }

    public String lienRecensement() {
        return adresse(RECENSEMENT, commun());
    }

    /** To the initiatives behind a key figure. */
    public String lienSituation(Situation choisie) {
        return adresse(LISTE, avec(filtres(), "situation", choisie == null ? null : choisie.id()));
    }

    /** To the initiatives behind a figure of a region. */
    public String lienRegion(String code, Situation choisie) {
        return adresse(LISTE, avec(avec(filtres(), "region", code), "situation", choisie.id()));
    }

    /** To the initiatives that express a need. */
    public String lienBesoin(String id) {
        return adresse(LISTE, quiExpriment(id));
    }

    /** To the initiatives that express a need, in one column of the table. */
    public String lienCellule(String id, String colonne) {
        Map<String, Object> parametres = quiExpriment(id);
        switch (axe) {
            case IMPORTANCE -> {
                parametres.put("importance", colonne);
                parametres.put("plafond", colonne);
            }
            case REGION -> parametres.put("region", colonne);
            case THEME -> parametres.put("theme", colonne);
            default -> parametres.put("stade", colonne);
        }
        return adresse(LISTE, parametres);
    }

    public String lienPage(int numero) {
        return adresse(LISTE, avec(liste(), "page", numero == 1 ? null : numero));
    }

    /** To the same list by this column, the other way round when it is by it already. */
    public String lienTri(String colonne) {
        boolean inverse = colonne.equals(tri) && !decroissant;
        return adresse(LISTE, avec(avec(liste(), "tri", colonne), "sens", inverse ? "desc" : "asc"));
    }

    /** To the list as a file: {@code csv} or {@code xlsx}. */
    public String lienExport(String format) {
        return adresse(LISTE + "." + format, liste());
    }

    /** Value of {@code aria-sort} for a column, null when the list is not by it. */
    public String ariaSort(String colonne) {
        if (!colonne.equals(tri)) {
            return null;
        }
        return decroissant ? "descending" : "ascending";
    }

    private Map<String, Object> filtres() {
        Map<String, Object> parametres = new LinkedHashMap<>();
        parametres.put("decoupage", decoupage == DECOUPAGE_ACTUEL ? null : decoupage);
        parametres.put("campagne", campagne);
        parametres.put("region", region);
        parametres.put("theme", theme);
        parametres.put("stade", stade);
        return parametres;
    }

    private Map<String, Object> quiExpriment(String id) {
        Map<String, Object> parametres = avec(filtres(), "situation", Situation.REPONSES.id());
        parametres.put("besoin", id);
        parametres.put("importance", importance == 1 ? null : importance);
        return parametres;
    }

    private Map<String, Object> commun() {
        Map<String, Object> parametres = avec(filtres(), "importance", importance == 1 ? null : importance);
        parametres.put("axe", axe == Axe.IMPORTANCE ? null : axe.id());
        return parametres;
    }

    private Map<String, Object> liste() {
        Map<String, Object> parametres = avec(filtres(), "situation", situation == null ? null : situation.id());
        parametres.put("besoin", besoin);
        parametres.put("importance", importance == 1 ? null : importance);
        parametres.put("plafond", plafond == Reponses.ESSENTIEL ? null : plafond);
        parametres.put("tri", tri);
        parametres.put("sens", decroissant ? "desc" : "asc");
        return parametres;
    }

    private static Map<String, Object> avec(Map<String, Object> parametres, String nom, Object valeur) {
        Map<String, Object> autres = new LinkedHashMap<>(parametres);
        autres.put(nom, valeur);
        return autres;
    }

    private static int entier(String saisie, int defaut, int minimum, int maximum) {
        if (saisie == null || !saisie.matches("\\d{1,7}")) {
            return defaut;
        }
        int valeur = Integer.parseInt(saisie);
        return valeur < minimum || valeur > maximum ? defaut : valeur;
    }
}

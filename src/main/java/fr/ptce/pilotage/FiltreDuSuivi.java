package fr.ptce.pilotage;

import static fr.ptce.portail.ParametresDAdresse.adresse;
import static fr.ptce.portail.ParametresDAdresse.texte;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pilot asks of the dashboard and of the lists behind its figures; all of it is in the address. What is not
 * understood is left out rather than refused: an old bookmark still opens the page.
 *
 * @param campagne id of the call, null for all
 * @param decoupage 2016 for the present regions, 2012 for the former ones
 * @param region code in this map, null for all
 * @param theme id, {@link ClotureDesChiffres#SANS_THEME} for dossiers without any, null for all
 * @param periode of what has happened; what is awaited is always that of now
 * @param au last month that the address asks for; null for the one it is
 * @param periodeIncomprise whether the address asks for months that are none, or that end before they begin
 */
record FiltreDuSuivi(
        Long campagne,
        int decoupage,
        String region,
        String theme,
        Periode periode,
        YearMonth au,
        boolean periodeIncomprise) {

    static final int DECOUPAGE_ACTUEL = 2016;
    static final int ANCIEN_DECOUPAGE = 2012;

    private static final String PAGE = "/pilotage";
    private static final int TEXTE_MAXIMUM = 40;

    /**
     * @param parametres those of the address
     * @param courant the month it is
     */
    static FiltreDuSuivi de(Map<String, String> parametres, YearMonth courant) {
        String campagne = parametres.get("campagne");
        Optional<Periode> periode = periode(parametres, courant);
        return new FiltreDuSuivi(
                campagne != null && campagne.matches("[0-9]{1,18}") ? Long.valueOf(campagne) : null,
                String.valueOf(ANCIEN_DECOUPAGE).equals(parametres.get("decoupage"))
                        ? ANCIEN_DECOUPAGE
                        : DECOUPAGE_ACTUEL,
                texte(parametres.get("region"), TEXTE_MAXIMUM),
                texte(parametres.get("theme"), TEXTE_MAXIMUM),
                periode.orElse(Periode.jusqua(courant)),
                periode.isPresent() ? mois(parametres.get("au")).orElse(null) : null,
                periode.isEmpty());
    }

    /** Everything up to the month it is. */
    static FiltreDuSuivi tout(YearMonth courant) {
        return de(Map.of(), courant);
    }

    private static Optional<Periode> periode(Map<String, String> parametres, YearMonth courant) {
        try {
            YearMonth au = mois(parametres.get("au")).orElse(courant);
            return Optional.of(
                    mois(parametres.get("du")).map(du -> new Periode(du, au)).orElse(Periode.jusqua(au)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> mois(String saisie) {
        return saisie == null || saisie.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(saisie.strip()));
    }

    /** Whether something is left out. */
    public boolean filtre() {
        return !periode.entiere() || Stream.of(campagne, region, theme, au).anyMatch(Objects::nonNull);
    }

    /** Whether it is about all dossiers, in whatever period. */
    boolean surTousLesDossiers() {
        return Stream.of(campagne, region, theme).allMatch(Objects::isNull);
    }

    /** Value of the field « du »; null when the period has no beginning. */
    public String du() {
        return periode.entiere() ? null : periode.du().toString();
    }

    /** For example « de janvier 2026 à mars 2026 », « depuis le début », « jusqu’à mars 2026 ». */
    public String periodeEnMots() {
        return periode.entiere() && au != null ? "jusqu’à " + Periode.enMots(au) : periode.libelle();
    }

    /** To the dashboard with the same filters. */
    public String lien() {
        return adresse(PAGE, parametres());
    }

    /** To the dashboard over the months up to this one. */
    public String lienSur(int mois, YearMonth courant) {
        Map<String, Object> parametres = parametres();
        parametres.put("du", courant.minusMonths(mois - 1L).toString());
        parametres.put("au", null);
        return adresse(PAGE, parametres);
    }

    /** To the dashboard without a period. */
    public String lienSansPeriode() {
        Map<String, Object> parametres = parametres();
        parametres.put("du", null);
        parametres.put("au", null);
        return adresse(PAGE, parametres);
    }

    /** To all figures as a workbook. */
    public String lienExport() {
        return adresse(PAGE + "/suivi.xlsx", parametres());
    }

    /** To a list, with the same filters. */
    public String lienListe(String liste) {
        return adresse(PAGE + "/" + liste, parametres());
    }

    /** To a list, with the same filters and one of its own. */
    public String lienListe(String liste, String nom, String valeur) {
        Map<String, Object> parametres = parametres();
        parametres.put(nom, valeur);
        return adresse(PAGE + "/" + liste, parametres);
    }

    /** To a list, with the same filters and two of its own. */
    public String lienListe(String liste, String nom, String valeur, String autreNom, String autreValeur) {
        Map<String, Object> parametres = parametres();
        parametres.put(nom, valeur);
        parametres.put(autreNom, autreValeur);
        return adresse(PAGE + "/" + liste, parametres);
    }

    /** What an address needs to ask for the same again; null for what it leaves out. */
    Map<String, Object> parametres() {
        Map<String, Object> parametres = new LinkedHashMap<>();
        parametres.put("campagne", campagne);
        parametres.put("decoupage", decoupage == DECOUPAGE_ACTUEL ? null : decoupage);
        parametres.put("region", region);
        parametres.put("theme", theme);
        parametres.put("du", du());
        parametres.put("au", au == null ? null : au.toString());
        return parametres;
    }
}

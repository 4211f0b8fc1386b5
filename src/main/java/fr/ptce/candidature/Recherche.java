package fr.ptce.candidature;

import fr.ptce.portail.ParametresDAdresse;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a pilot asks of the list of dossiers; all of it is in the address of the page. What is not understood is left
 * out rather than refused: an old bookmark still opens the list.
 *
 * @param campagne id, null for all
 * @param etat null for all
 * @param region code, null for all
 * @param categorie id, null for all
 * @param texte looked for in number, initiative and structure; empty for all
 * @param tri a key of {@link ListeDesDossiers}
 * @param decroissant from last to first
 * @param page from 1
 */
record Recherche(
        Long campagne,
        EtatDossier etat,
        String region,
        String categorie,
        String texte,
        String tri,
        boolean decroissant,
        int page) {

    private static final int TEXTE_MAXIMUM = 100;

    static Recherche de(
            String campagne,
            String etat,
            String region,
            String categorie,
            String texte,
            String tri,
            String sens,
            String page) {
        boolean triConnu = tri != null && ListeDesDossiers.TRIS.contains(tri);
        return new Recherche(
                entier(campagne),
                Stream.of(EtatDossier.values())
                        .filter(e -> e.id().equals(etat))
                        .findFirst()
                        .orElse(null),
                ParametresDAdresse.texte(region, TEXTE_MAXIMUM),
                Libelles.categories().containsKey(Objects.requireNonNullElse(categorie, "")) ? categorie : null,
                Objects.requireNonNullElse(ParametresDAdresse.texte(texte, TEXTE_MAXIMUM), ""),
                triConnu ? tri : "maj",
                triConnu ? "desc".equals(sens) : true,
                page(page));
    }

    Recherche surLaPage(int numero) {
        return new Recherche(campagne, etat, region, categorie, texte, tri, decroissant, numero);
    }

    Recherche dansLEtat(EtatDossier choisi) {
        return new Recherche(campagne, choisi, region, categorie, texte, tri, decroissant, 1);
    }

    /** Whether some dossiers are left out. */
    public boolean filtree() {
        return !texte.isEmpty() || Stream.of(campagne, etat, region, categorie).anyMatch(Objects::nonNull);
    }

    public String lienPage(int numero) {
        return surLaPage(numero).adresse("/dossiers");
    }

    /** To the dossiers of one state; null for all states. */
    public String lienEtat(EtatDossier choisi) {
        return dansLEtat(choisi).adresse("/dossiers");
    }

    /** To the same list by this column, the other way round when it is by it already. */
    public String lienTri(String colonne) {
        boolean inverse = colonne.equals(tri) && !decroissant;
        return new Recherche(campagne, etat, region, categorie, texte, colonne, inverse, 1).adresse("/dossiers");
    }

    public String lienExport() {
        return surLaPage(1).adresse("/dossiers/export.csv");
    }

    /** Value of {@code aria-sort} for a column, null when the list is not by it. */
    public String ariaSort(String colonne) {
        if (!colonne.equals(tri)) {
            return null;
        }
        return decroissant ? "descending" : "ascending";
    }

    /** The text without case, accents and typographic apostrophes, as the SQL compares it. */
    String texteNormalise() {
        return Normalizer.normalize(texte, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '\'')
                .toLowerCase(Locale.FRENCH);
    }

    private String adresse(String chemin) {
        Map<String, Object> parametres = new LinkedHashMap<>();
        parametres.put("campagne", campagne);
        parametres.put("etat", etat == null ? null : etat.id());
        parametres.put("region", region);
        parametres.put("categorie", categorie);
        parametres.put("texte", texte.isEmpty() ? null : texte);
        parametres.put("tri", tri);
        parametres.put("sens", decroissant ? "desc" : "asc");
        parametres.put("page", page == 1 ? null : page);
        return ParametresDAdresse.adresse(chemin, parametres);
    }

    private static int page(String saisie) {
        Long numero = entier(saisie);
        return numero == null || numero < 1 || numero > 1_000_000 ? 1 : numero.intValue();
    }

    private static Long entier(String saisie) {
        return saisie != null && saisie.matches("\\d{1,15}") ? Long.valueOf(saisie) : null;
    }
}

package fr.ptce.delais;

import fr.ptce.delais.Duree.Unite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the durations that a French text says, in figures or in words: « 15 jours ouvrés », « quinze jours », « à 8 h ». */
final class DureesDites {

    /** One of them, and where it stands in the text. */
    record Dite(String mots, int debut, int fin, Duree duree) {}

    private static final Map<String, Integer> EN_LETTRES = enLettres();
    private static final Map<String, Integer> ENVIRON = Map.of("dizaine", 10, "quinzaine", 15, "vingtaine", 20);
    private static final Map<String, Integer> EN_UN_MOT = Map.of("huitaine", 8, "quinzaine", 15);

    /** « deux (2) mois », as letters of an administration say it twice. */
    private static final String REPETE = "(?: \\(\\d+\\))?";

    private static final String NOMBRE = "\\d+|"
            + EN_LETTRES.keySet().stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .collect(Collectors.joining("|"));

    private static final String ADJECTIF =
            "(?: (?:derniers|dernières|prochains|prochaines|premiers|premières|autres|bons|bonnes|petits|petites))?";

    private static final String UNITE =
            "jours? ouvrés?|jours?|heures?|minutes?|secondes?|semaines?|mois|ans?|années?|trimestres?";

    /** « un jour » and « une heure » say a duration after these words only: « choisissez un jour » says none. */
    private static final String APRES_UNE_PREPOSITION =
            "(?<=(?:sous|dans|après|pendant|avant|depuis|de|moins d’|plus d’|retard d’) ?)";

    private static final Pattern DITE = Pattern.compile(
            "(?<![\\p{L}\\d-])(?:"
                    + "(?:une )?(?<dizaine>dizaine|quinzaine|vingtaine) de (?<unite1>" + UNITE + ")"
                    + "|(?<nombre>" + NOMBRE + ")" + REPETE + ADJECTIF + " (?<unite2>" + UNITE + ")"
                    + "|une? (?<unite3>minute|semaine|mois|an)"
                    + "|" + APRES_UNE_PREPOSITION + "une? (?<unite4>jour ouvré|jour|heure|année)"
                    + "|(?<heure>\\d{1,2}) ?h(?! ?\\d)"
                    + "|(?<jourVoisin>le lendemain|la veille)"
                    + "|(?:dans la|par) (?<unite5>semaine|an|mois)"
                    + "|(?:sous|dans la|avant|à) (?<enUnMot>huitaine|quinzaine)(?! de)"
                    + ")(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DureesDites() {}

    /** @param texte with plain spaces only */
    static List<Dite> dans(String texte) {
        List<Dite> dites = new ArrayList<>();
        Matcher dite = DITE.matcher(texte);
        while (dite.find()) {
            dites.add(new Dite(dite.group(), dite.start(), dite.end(), duree(dite)));
        }
        return dites;
    }

    private static Duree duree(Matcher dite) {
        if (dite.group("dizaine") != null) {
            return new Duree(ENVIRON.get(dite.group("dizaine").toLowerCase(Locale.ROOT)), unite(dite, "unite1"));
        }
        if (dite.group("nombre") != null) {
            return new Duree(nombre(dite.group("nombre")), unite(dite, "unite2"));
        }
        if (dite.group("heure") != null) {
            return new Duree(Long.parseLong(dite.group("heure")), Unite.HEURE_DU_JOUR);
        }
        if (dite.group("enUnMot") != null) {
            return new Duree(EN_UN_MOT.get(dite.group("enUnMot").toLowerCase(Locale.ROOT)), Unite.JOURS);
        }
        if (dite.group("jourVoisin") != null) {
            return new Duree(1, Unite.JOURS_OUVRES);
        }
        for (String groupe : List.of("unite3", "unite4", "unite5")) {
            if (dite.group(groupe) != null) {
                return new Duree(1, unite(dite, groupe));
            }
        }
        throw new AssertionError("Not understood: " + dite.group());
    }

    private static Unite unite(Matcher dite, String groupe) {
        return Unite.de(dite.group(groupe));
    }

    private static long nombre(String mot) {
        return Character.isDigit(mot.charAt(0)) ? Long.parseLong(mot) : EN_LETTRES.get(mot.toLowerCase(Locale.ROOT));
    }

    /** Two to a hundred, as they are written; one is an article too, and read apart. */
    private static Map<String, Integer> enLettres() {
        String[] simples = {
            "",
            "",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf"
        };
        Map<String, Integer> mots = new HashMap<>();
        for (int nombre = 2; nombre < simples.length; nombre++) {
            mots.put(simples[nombre], nombre);
        }
        Map.of("vingt", 20, "trente", 30, "quarante", 40, "cinquante", 50, "soixante", 60)
                .forEach((dizaine, valeur) -> {
                    mots.put(dizaine, valeur);
                    mots.put(dizaine + " et un", valeur + 1);
                    for (int reste = 2; reste < 10; reste++) {
                        mots.put(dizaine + "-" + simples[reste], valeur + reste);
                    }
                });
        mots.putAll(Map.of("soixante-dix", 70, "quatre-vingts", 80, "quatre-vingt-dix", 90, "cent", 100));
        return mots;
    }
}

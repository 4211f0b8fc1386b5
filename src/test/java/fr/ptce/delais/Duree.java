package fr.ptce.delais;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;

/**
 * A duration, or a time of the day, as people say it: a number and a unit. Two of them are the same when one can be said
 * for the other: two weeks and fourteen days, but not fourteen working days.
 */
record Duree(long nombre, Unite unite) {

    /** What may be compared with what. */
    private enum Dimension {
        JOURS_OUVRES,
        TEMPS,
        MOIS,
        HEURE_DU_JOUR
    }

    /** The units of the table, by their French name in the plural, and what one is worth in its dimension. */
    enum Unite {
        JOURS_OUVRES("jours ouvrés", Dimension.JOURS_OUVRES, 1),
        MILLISECONDES("millisecondes", Dimension.TEMPS, 1),
        SECONDES("secondes", Dimension.TEMPS, 1_000),
        MINUTES("minutes", Dimension.TEMPS, 60_000),
        HEURES("heures", Dimension.TEMPS, 3_600_000),
        JOURS("jours", Dimension.TEMPS, 86_400_000),
        SEMAINES("semaines", Dimension.TEMPS, 7 * 86_400_000L),
        MOIS("mois", Dimension.MOIS, 1),
        ANS("ans", Dimension.MOIS, 12),
        HEURE_DU_JOUR("h", Dimension.HEURE_DU_JOUR, 1);

        private final String pluriel;
        private final Dimension dimension;
        private final long facteur;

        Unite(String pluriel, Dimension dimension, long facteur) {
            this.pluriel = pluriel;
            this.dimension = dimension;
            this.facteur = facteur;
        }

        static Unite de(String mot) {
            String cherche = mot.toLowerCase(Locale.ROOT).replaceFirst("^année", "an");
            for (Unite unite : values()) {
                if (unite.pluriel.equals(cherche) || singulier(unite.pluriel).equals(singulier(cherche))) {
                    return unite;
                }
            }
            throw new IllegalArgumentException("Not a unit of time: " + mot);
        }

        private static String singulier(String mot) {
            return "mois".equals(mot) ? mot : mot.replace("jours", "jour").replaceFirst("s$", "");
        }
    }

    /** Reads « 15 jours ouvrés », as the table writes it. */
    static Duree lire(String texte) {
        String[] mots = texte.split(" ", 2);
        return new Duree(Long.parseLong(mots[0]), Unite.de(mots[1]));
    }

    boolean memeQue(Duree autre) {
        return unite.dimension == autre.unite.dimension && valeur() == autre.valeur();
    }

    Duree moinsUn() {
        return new Duree(nombre - 1, unite);
    }

    /** Whether a constant of the code is worth as much: a number is one of this unit. */
    boolean vaut(Object constante) {
        if (constante instanceof Duration temps) {
            return unite.dimension == Dimension.TEMPS && temps.toMillis() == valeur();
        }
        if (constante instanceof Period periode) {
            return unite.dimension == Dimension.MOIS
                    && periode.minusMonths(valeur()).normalized().isZero();
        }
        return constante instanceof Number entier && entier.longValue() == nombre;
    }

    private long valeur() {
        return nombre * unite.facteur;
    }

    @Override
    public String toString() {
        return nombre + " " + (nombre == 1 ? Unite.singulier(unite.pluriel) : unite.pluriel);
    }
}

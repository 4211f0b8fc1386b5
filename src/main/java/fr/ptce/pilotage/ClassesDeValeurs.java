package fr.ptce.pilotage;

import fr.ptce.formulaire.Textes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Numbers of dossiers in five classes at most. Each class holds as many different numbers as the others, so that one
 * big region does not leave all others in the palest colour. What is null, zero or less is in no class.
 */
public final class ClassesDeValeurs {

    private static final int TEINTES = 5;
    private static final int TEINTE_MOYENNE = 3;

    /**
     * The numbers from one to another, both included.
     *
     * @param teinte from 1, the palest, to 5
     */
    public record Classe(int teinte, long de, long a) {

        /** For example “1 dossier” or “de 2 à 5 dossiers”. */
        public String libelle() {
            return de == a ? dossiers(a) : "de " + Textes.nombre(de) + " à " + dossiers(a);
        }
    }

    private final List<Classe> classes;

    private ClassesDeValeurs(List<Classe> classes) {
        this.classes = classes;
    }

    static ClassesDeValeurs de(Collection<? extends Number> valeurs) {
        long[] nombres = valeurs.stream()
                .filter(Objects::nonNull)
                .mapToLong(Number::longValue)
                .filter(nombre -> nombre > 0)
                .sorted()
                .distinct()
                .toArray();
        int combien = Math.min(TEINTES, nombres.length);
        return new ClassesDeValeurs(IntStream.range(0, combien)
                .mapToObj(rang -> new Classe(
                        teinte(rang, combien),
                        nombres[rang * nombres.length / combien],
                        nombres[(rang + 1) * nombres.length / combien - 1]))
                .toList());
    }

    /** Few classes lie far apart. */
    private static int teinte(int rang, int combien) {
        return combien == 1 ? TEINTE_MOYENNE : 1 + rang * (TEINTES - 1) / (combien - 1);
    }

    /** From the lowest to the highest; empty when no region has a number. */
    public List<Classe> classes() {
        return classes;
    }

    /** The shade of a number, from 1 to 5; 0 when it is in no class. */
    public int teinte(Number valeur) {
        return valeur == null
                ? 0
                : classes.stream()
                        .filter(classe -> classe.de() <= valeur.longValue() && valeur.longValue() <= classe.a())
                        .mapToInt(Classe::teinte)
                        .findFirst()
                        .orElse(0);
    }

    /** For example “1 dossier” or “12 dossiers”. */
    public static String dossiers(Number nombre) {
        return Textes.compte(nombre.intValue(), "dossier");
    }
}

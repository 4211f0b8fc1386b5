package fr.ptce.moteur;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of the String constants of a class, which a test compares with a diagram. */
public final class Constantes {

    private Constantes() {}

    public static Set<String> de(Class<?> porteuse) {
        return Stream.of(porteuse.getDeclaredFields())
                .filter(champ -> champ.getType() == String.class)
                .map(Constantes::valeur)
                .collect(Collectors.toSet());
    }

    private static String valeur(Field champ) {
        try {
            champ.setAccessible(true);
            return (String) champ.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}

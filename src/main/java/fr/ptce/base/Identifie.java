package fr.ptce.base;

import java.util.Arrays;

/** A constant with an id of its own, which the database, the diagrams and the addresses of pages know it by. */
public interface Identifie {

    String id();

    /**
     * The constant of an id.
     *
     * @throws IllegalArgumentException when none has this id
     */
    static <E extends Enum<E> & Identifie> E de(Class<E> type, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constante -> constante.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + type.getSimpleName() + " has the id " + id));
    }
}

package fr.ptce.moteur;

import java.util.function.Supplier;

/**
 * Lets code that has checked by itself what the logged-in user may do act in the engine for the application: starting
 * a process, say, is granted to nobody, so that it cannot be done around our pages.
 */
public interface AuNomDeLApplication {

    /** Runs without the engine's checks, then gives the thread its user back. */
    <T> T faire(Supplier<T> action);

    /**
     * Runs without the engine's authorizations, but as the logged-in user: whoever is told of what changes, and the
     * engine's own log, read their name.
     */
    <T> T faireEnLeurNom(Supplier<T> action);

    /** {@link #faire} for an action that gives nothing. */
    default void executer(Runnable action) {
        faire(() -> {
            action.run();
            return null;
        });
    }
}

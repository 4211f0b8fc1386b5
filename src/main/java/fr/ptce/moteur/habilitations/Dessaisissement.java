package fr.ptce.moteur.habilitations;

import java.util.Map;
import java.util.Set;

/**
 * Takes one dossier away from one person, typically a reviewer who declared a conflict of interest: neither the
 * instance, nor its variables, nor any of its tasks, present or to come, can be read or worked on by that person, not
 * even with the grants of a pilot. It lasts as long as the instance runs; administrators are not concerned.
 */
public interface Dessaisissement {

    /**
     * Takes an instance away from a user, with the instances that it called or will call. Doing it twice changes
     * nothing. A task of theirs stays assigned until somebody reassigns it, but they no longer see it.
     *
     * @throws NullPointerException when an argument is null
     * @throws IllegalArgumentException when no such instance runs: its rows would stay for ever
     */
    void dessaisir(String utilisateur, String processInstanceId);

    /** Whether the instance was taken away from the user and still runs. */
    boolean estDessaisi(String utilisateur, String processInstanceId);

    /** The users from whom running instances were taken away, by id of the instance; empty when there is none. */
    Map<String, Set<String>> parInstance();
}

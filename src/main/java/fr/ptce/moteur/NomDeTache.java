package fr.ptce.moteur;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Names of user tasks: a list of tasks says which dossier each one is about. */
public final class NomDeTache {

    /** What the engine's table of tasks holds. */
    private static final int LONGUEUR = 255;

    private static final String SEPARATEUR = " – ";

    private NomDeTache() {}

    /** Adds the number and the name of the initiative to the name that the diagram gives; a long name is cut. */
    public static void completer(DelegateTask tache, String numero, String nom) {
        String complet = tache.getName() + SEPARATEUR + numero + " " + nom;
        tache.setName(complet.length() > LONGUEUR ? complet.substring(0, LONGUEUR - 1) + "…" : complet);
    }

    /** The name that the diagram gives, of a task that was completed with its dossier. */
    public static String sansDossier(String nom) {
        int fin = nom.indexOf(SEPARATEUR);
        return fin < 0 ? nom : nom.substring(0, fin);
    }
}

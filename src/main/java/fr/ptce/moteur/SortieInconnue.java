package fr.ptce.moteur;

/** A decision table answered what nobody understands: what depended on it did not happen. The message is in French. */
public class SortieInconnue extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SortieInconnue(SortiesDesTables.Sortie sortie, Object valeur) {
        super("La table de décision «\u00a0" + sortie.table() + "\u00a0» a répondu «\u00a0" + valeur
                + "\u00a0» (sortie " + sortie.nom() + ")\u00a0; attendu\u00a0: " + sortie.attendu() + ".");
    }
}

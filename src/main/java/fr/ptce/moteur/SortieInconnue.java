package fr.ptce.moteur;

/** A decision table answered what nobody understands: what depended on it did not happen. The message is in French. */
public class SortieInconnue extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SortieInconnue(SortiesDesTables.Sortie sortie, Object valeur) {
        super("La table de décision « " + sortie.table() + " » a répondu « " + valeur + " » (sortie " + sortie.nom()
                + ") ; attendu : " + sortie.attendu() + ".");
    }
}

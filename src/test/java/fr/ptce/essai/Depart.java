package fr.ptce.essai;

/** What a class of tests finds in the database. */
public enum Depart {
    /** The models and the accounts of the demonstration. */
    COMPTES,
    /** What a newcomer finds: the call of 2011, its dossiers and their past. */
    DEMONSTRATION
}

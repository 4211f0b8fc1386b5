package fr.ptce.accompagnement;

/**
 * A chapter of the handbook.
 *
 * @param rang from 1
 * @param consigne what it is about, for its author
 * @param pret whether a pilot has accepted the text
 * @param texte null until it is written
 * @param remarque what is to be written anew; null when nothing is
 */
record Chapitre(
        long id, int annee, int rang, String titre, String consigne, boolean pret, Texte texte, String remarque) {

    /** @param outils examples and tools; null when there are none */
    record Texte(String essentiel, String developpement, String outils) {}
}

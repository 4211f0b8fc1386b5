package fr.ptce.formulaire;

/**
 * One field that is refused.
 *
 * @param cle path of the value: {@code commune}, {@code adresse.rue}, {@code partenaires[0].nom} (rows count from 0)
 * @param libelle what the person reads beside the field; the key when the form knows no such field
 * @param message French sentence, with its full stop
 */
public record ErreurDeChamp(String cle, String libelle, String message) {}

package fr.ptce.annuaire;

/**
 * A theme that an initiative works on.
 *
 * @param id stable identifier, stored with the dossiers
 * @param libelle label shown to users
 */
public record Theme(String id, String libelle) {}

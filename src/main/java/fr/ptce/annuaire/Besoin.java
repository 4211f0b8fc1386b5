package fr.ptce.annuaire;

/**
 * A need that an initiative may have, and a skill that an accompagnateur may bring (design, §6 and §7).
 *
 * @param id stable identifier, stored with the answers
 * @param libelle label shown to users
 */
public record Besoin(String id, String libelle) {}

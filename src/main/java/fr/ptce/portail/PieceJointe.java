package fr.ptce.portail;

import java.time.Instant;

/**
 * An attachment, without its content.
 *
 * @param proprietaire number of a dossier, or {@code brouillon:<id>} before it is filed
 * @param type media type, read from the content
 * @param taille bytes
 */
public record PieceJointe(long id, String proprietaire, String nom, String type, long taille, Instant deposeLe) {}

package fr.ptce.portail;

import java.time.Instant;

/**
 * An attachment, without its content.
 *
 * @param id identifier
 * @param proprietaire what it is joined to, for instance {@code brouillon:17} or {@code PTCE-0042}
 * @param nom safe file name with the extension of its type, at most 120 characters
 * @param type media type, found in its content
 * @param taille bytes
 * @param sha256 SHA-256 of its content, in hexadecimal
 * @param deposeLe when it was received
 */
public record PieceJointe(
        long id, String proprietaire, String nom, String type, long taille, String sha256, Instant deposeLe) {}

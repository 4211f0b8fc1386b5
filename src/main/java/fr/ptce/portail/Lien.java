package fr.ptce.portail;

import java.time.Instant;

/**
 * A personal link, as {@link Liens} knows it: without its token, which only the mail that carries it holds.
 *
 * @param id identifier for {@link Liens#revoquer}
 * @param dossier number of the dossier, or what stands for it before it has one
 * @param adresse e-mail address that the link was made for
 * @param usage {@link Liens#SUIVI} or {@link Liens#TACHE}
 * @param cible what the link opens, such as the id of a task; null for the whole dossier
 * @param expireLe first moment at which it is no longer valid
 */
public record Lien(long id, String dossier, String adresse, String usage, String cible, Instant expireLe) {}

package fr.ptce.portail;

import java.time.Instant;

/**
 * A personal link, without its secret.
 *
 * @param dossier business key
 * @param adresse address that received the link
 * @param usage {@code suivi} or {@code tache}
 * @param cible id of the task it opens, null for {@code suivi}
 */
public record Lien(long id, String dossier, String adresse, String usage, String cible, Instant expireLe) {}

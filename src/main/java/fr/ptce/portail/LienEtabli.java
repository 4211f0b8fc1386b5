package fr.ptce.portail;

import java.time.Instant;

/**
 * A personal link as pilots see it: what it is for and until when, not what it opens with.
 *
 * @param id identifier for {@link Liens#revoquer}
 * @param adresse e-mail address that the link was made for
 * @param usage {@link Liens#SUIVI} or {@link Liens#TACHE}
 * @param cible id of the task; null for the whole dossier
 * @param expireLe first moment at which it is no longer valid
 * @param revoqueLe when it was made invalid; null when it was not
 */
public record LienEtabli(
        long id, String adresse, String usage, String cible, Instant creeLe, Instant expireLe, Instant revoqueLe) {}

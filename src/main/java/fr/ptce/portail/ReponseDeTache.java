package fr.ptce.portail;

import java.time.Instant;
import java.util.Map;

/**
 * What was answered to a task that somebody had a personal link to.
 *
 * @param nom name of the task
 * @param par id of the agent who answered for the person; null when they did it by their link
 * @param formulaire JSON of the form of that moment
 * @param contenu answers by key
 */
public record ReponseDeTache(
        String tache, String nom, Instant repondueLe, String par, String formulaire, Map<String, Object> contenu) {}

package fr.ptce.accompagnement;

import java.util.List;

/**
 * Somebody proposed for a project.
 *
 * @param projet its number
 * @param accompagnateur their id
 * @param rang from 1; the one to look at first
 * @param score from 0 to 100
 * @param raisons what the score comes from, as French sentences; when this person is advised for other
 *     projects instead, which ones
 * @param conseillee chosen as the best for all projects together; at most one a project
 */
record Proposition(String projet, long accompagnateur, int rang, int score, List<String> raisons, boolean conseillee) {}

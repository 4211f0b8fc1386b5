package fr.ptce.accompagnement;

import java.util.Map;
import java.util.Set;

/**
 * A project that looks for somebody to accompany it.
 *
 * @param region its code
 * @param besoins importance from 1 to 4 by id of the need; empty when the needs are not known
 * @param structure that of the porteur; may be null
 * @param courriel that of the porteur; may be null
 * @param exclus ids of the accompagnateurs who declined it or were replaced
 */
record ProjetAApparier(
        String numero,
        String region,
        Map<String, Integer> besoins,
        String structure,
        String courriel,
        Set<Long> exclus) {}

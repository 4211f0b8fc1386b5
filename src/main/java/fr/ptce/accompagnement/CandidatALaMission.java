package fr.ptce.accompagnement;

import java.util.Map;
import java.util.Set;

/**
 * Somebody who could accompany a project.
 *
 * @param structure may be null
 * @param courriel may be null
 * @param regionPrincipale code of the region where they mostly work
 * @param regions codes of all of theirs, the principal one included
 * @param competences level from 1 to 3 by id of the need
 * @param libre projects they can still take; 0 or less: none
 * @param termines accompaniments they led to their end
 */
record CandidatALaMission(
        long id,
        String structure,
        String courriel,
        String regionPrincipale,
        Set<String> regions,
        Map<String, Integer> competences,
        int libre,
        int termines) {}

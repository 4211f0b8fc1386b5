package fr.ptce.pilotage;

import java.util.List;

/**
 * How often, and how long, each element of a diagram was passed in a period.
 *
 * @param elements those that the diagram has, those that were never passed too
 */
record Frequentation(List<Element> elements) {

    /**
     * One element.
     *
     * @param passages how many times it began in the period
     * @param humaine whether somebody does it: only then a duration tells something
     * @param terminees how many times it ended in the period without being cancelled
     * @param mediane milliseconds of those; null when there is none or no person does it
     * @param neufDixiemes what nine out of ten of those did not exceed; null likewise
     */
    record Element(
            String element,
            String nom,
            String genre,
            long passages,
            boolean humaine,
            long terminees,
            Double mediane,
            Double neufDixiemes) {}

    /** Whether anything happened in the period. */
    public boolean vide() {
        return elements.stream().allMatch(element -> element.passages() == 0 && element.terminees() == 0);
    }
}

package fr.ptce.candidature;

import java.util.List;

/**
 * What the given reviews of a dossier say together.
 *
 * @param nombre reviews given
 * @param moyenne mean of their means, 0 to 5; 0 without any review
 * @param ecart difference between the highest and the lowest mean, 0 to 5
 * @param opposees whether one recommends to retain and another to reject
 * @param ecarter reviews that recommend to reject
 * @param favorables reviews that recommend to retain, with or without reserves
 */
public record SyntheseDesEvaluations(
        int nombre, double moyenne, double ecart, boolean opposees, int ecarter, int favorables) {

    static SyntheseDesEvaluations de(List<Evaluation> evaluations) {
        List<Evaluation> rendues =
                evaluations.stream().filter(Evaluation::rendue).toList();
        var moyennes = rendues.stream().mapToDouble(Evaluation::moyenne).summaryStatistics();
        int ecarter = compter(rendues, "ecarter");
        int retenir = compter(rendues, "retenir");
        boolean aucune = rendues.isEmpty();
        return new SyntheseDesEvaluations(
                rendues.size(),
                aucune ? 0 : arrondi(moyennes.getAverage()),
                aucune ? 0 : arrondi(moyennes.getMax() - moyennes.getMin()),
                ecarter > 0 && retenir > 0,
                ecarter,
                rendues.size() - ecarter);
    }

    private static int compter(List<Evaluation> evaluations, String recommandation) {
        return (int) evaluations.stream()
                .filter(evaluation -> recommandation.equals(evaluation.recommandation()))
                .count();
    }

    private static double arrondi(double points) {
        return Math.round(points * 100) / 100.0;
    }
}

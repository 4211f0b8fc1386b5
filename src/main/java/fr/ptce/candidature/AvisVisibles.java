package fr.ptce.candidature;

import fr.ptce.candidature.CandidatureProcess.Variables;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import java.util.List;
import java.util.Set;

/**
 * The reviews of a dossier as one reader sees them: who has a review to give reads those of the others afterwards, so
 * that each one is written on its own. The committee and administrators see all.
 */
public final class AvisVisibles {

    /** Tables whose inputs tell what the reviewers said. */
    private static final Set<String> TABLES_DES_AVIS = Set.of("divergence", "proposition");

    /** Process variables that sum up what they said. */
    private static final Set<String> VARIABLES_DES_AVIS = Set.of(
            Variables.NOMBRE_EVALUATIONS,
            Variables.NOTE_MOYENNE,
            Variables.ECART,
            Variables.RECOMMANDATIONS_OPPOSEES,
            Variables.AVIS_ECARTER,
            Variables.AVIS_FAVORABLES,
            Variables.PROPOSITION);

    private final Agent agent;
    private final List<Evaluation> evaluations;

    /** @param evaluations those asked for the dossier, by rank; empty when none is */
    public AvisVisibles(Agent agent, List<Evaluation> evaluations) {
        this.agent = agent;
        this.evaluations = evaluations;
    }

    /** All reviews asked for, those not given too. */
    public List<Evaluation> evaluations() {
        return evaluations;
    }

    /** Whether the reader has to give a review before reading those of the others. */
    public boolean masques() {
        return !agent.decide()
                && evaluations.stream().anyMatch(evaluation -> !evaluation.rendue() && attendue(evaluation));
    }

    /** Whether the marks and comments of this review are shown. */
    public boolean montre(Evaluation evaluation) {
        return evaluation.rendue() && (!masques() || agent.id().equals(evaluation.relecteur()));
    }

    /** Whether an explained decision is shown. */
    public boolean montre(Explication explication) {
        return !masques() || !TABLES_DES_AVIS.contains(explication.decision());
    }

    /** Whether a variable of {@code candidature} is shown: some sum up what the reviewers said. */
    public boolean montreLaVariable(String nom) {
        return !masques() || !VARIABLES_DES_AVIS.contains(nom);
    }

    /** Taken by the reader, or free and asked of one of their groups. */
    private boolean attendue(Evaluation evaluation) {
        return evaluation.relecteur() == null
                ? agent.estDans(evaluation.groupe())
                : agent.id().equals(evaluation.relecteur());
    }
}

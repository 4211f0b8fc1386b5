package fr.ptce.candidature;

import static fr.ptce.candidature.TachesDeService.texte;

import fr.ptce.candidature.CandidatureProcess.Variables;
import fr.ptce.moteur.ProprietesDuModele;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The execution listeners of {@code candidature.bpmn}: bean name = delegate expression. */
@Configuration
class EcouteursDExecution {

    /** Writes the state that the element of the diagram carries as its property {@code etat}. */
    @Bean
    ExecutionListener consignerEtat(Instruction instruction) {
        return execution -> instruction.entrerDansLEtat(
                execution.getProcessBusinessKey(),
                EtatDossier.de(ProprietesDuModele.lire(execution.getBpmnModelElementInstance(), "etat")
                        .orElseThrow()));
    }

    @Bean
    ExecutionListener consignerCategorie(Instruction instruction) {
        return execution -> execution.setVariable(
                Variables.CATEGORIE,
                instruction.categoriser(execution.getProcessBusinessKey(), texte(execution, Variables.CATEGORIE)));
    }

    /** Before the signal: whoever it wakes finds the initiative. */
    @Bean
    ExecutionListener inscrireALAnnuaire(Instruction instruction) {
        return execution -> instruction.inscrireALAnnuaire(execution.getProcessBusinessKey());
    }

    /** Gives each parallel review variables of its own. */
    @Bean
    ExecutionListener preparerRelecture(Evaluations evaluations) {
        return execution -> {
            Evaluation evaluation = evaluations.lire(Long.parseLong(texte(execution, Variables.RELECTURE)));
            execution.setVariableLocal(Variables.GROUPE_RELECTEUR, evaluation.groupe());
            execution.setVariableLocal(Variables.RELECTEUR, null);
            execution.setVariableLocal(Variables.CONFLIT_DECLARE, false);
            execution.setVariableLocal(Variables.MOTIF_CONFLIT, null);
        };
    }

    @Bean
    ExecutionListener calculerSynthese(Evaluations evaluations) {
        return execution -> {
            SyntheseDesEvaluations synthese =
                    SyntheseDesEvaluations.de(evaluations.duDossier(execution.getProcessBusinessKey()));
            execution.setVariable(Variables.NOMBRE_EVALUATIONS, synthese.nombre());
            execution.setVariable(Variables.NOTE_MOYENNE, synthese.moyenne());
            execution.setVariable(Variables.ECART, synthese.ecart());
            execution.setVariable(Variables.RECOMMANDATIONS_OPPOSEES, synthese.opposees());
            execution.setVariable(Variables.AVIS_ECARTER, synthese.ecarter());
            execution.setVariable(Variables.AVIS_FAVORABLES, synthese.favorables());
        };
    }
}

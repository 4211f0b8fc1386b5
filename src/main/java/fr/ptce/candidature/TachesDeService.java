package fr.ptce.candidature;

import fr.ptce.base.HeureDeParis;
import fr.ptce.candidature.CandidatureProcess.Variables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code candidature.bpmn}: bean name = delegate expression, one service call each. */
@Configuration
class TachesDeService {

    /** Property of an element of the diagram. */
    static final String DELAI_EN_JOURS_OUVRES = "delaiEnJoursOuvres";

    private final Dossiers dossiers;

    TachesDeService(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Bean
    JavaDelegate accuserReception(CourriersDuDossier courriers, Campagnes campagnes) {
        return execution -> {
            Dossier dossier = dossier(execution);
            courriers.accuserReception(
                    dossier, campagnes.lire(dossier.campagne()).nom());
        };
    }

    @Bean
    JavaDelegate classerSansSuite(CourriersDuDossier courriers) {
        return execution -> courriers.annoncerClassementSansSuite(
                dossier(execution),
                "les éléments demandés ne nous sont pas parvenus : "
                        + String.join(" ; ", textes(execution, Variables.MANQUES)));
    }

    @Bean
    JavaDelegate notifierIrrecevabilite(CourriersDuDossier courriers) {
        return execution -> courriers.annoncerIrrecevabilite(dossier(execution));
    }

    @Bean
    JavaDelegate designerRelecteurs(Evaluations evaluations) {
        return execution -> designer(execution, evaluations, 2);
    }

    @Bean
    JavaDelegate designerTroisiemeRelecteur(Evaluations evaluations) {
        return execution -> designer(execution, evaluations, 3);
    }

    @Bean
    JavaDelegate reattribuerRelecture(Evaluations evaluations) {
        return execution -> {
            String groupe = evaluations.confierAUnAutreGroupe(
                    Long.parseLong(texte(execution, Variables.RELECTURE)),
                    texte(execution, Variables.RELECTEUR),
                    texte(execution, Variables.MOTIF_CONFLIT),
                    textes(execution, Variables.GROUPES_DE_RELECTURE));
            execution.setVariable(Variables.GROUPE_RELECTEUR, groupe);
            execution.setVariable(Variables.RELECTEUR, null);
        };
    }

    @Bean
    JavaDelegate accuserReceptionReexamen(CourriersDuDossier courriers) {
        return execution -> courriers.accuserReceptionDuReexamen(dossier(execution));
    }

    @Bean
    JavaDelegate notifierDecision(CourriersDuDossier courriers) {
        return execution -> courriers.notifierDecision(dossier(execution));
    }

    @Bean
    JavaDelegate notifierDecisionApresReexamen(CourriersDuDossier courriers) {
        return execution -> courriers.notifierDecisionApresReexamen(dossier(execution));
    }

    @Bean
    JavaDelegate inscrireAuVivier(Instruction instruction) {
        return execution -> instruction.inscrireAuVivier(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate confirmerRetrait(CourriersDuDossier courriers) {
        return execution -> courriers.confirmerRetrait(dossier(execution));
    }

    /** The tenant of an instance cannot change: the dossier starts again at its triage, in the tenant of its region. */
    @Bean
    JavaDelegate reorienterDossier(Instruction instruction, RuntimeService runtimeService) {
        return execution -> {
            String numero = execution.getProcessBusinessKey();
            instruction.reorienter(numero);
            Map<String, Object> variables = instruction.variablesDeRoutage(dossiers.lire(numero));
            variables.put(Variables.DEMANDES_DE_COMPLEMENTS, entier(execution, Variables.DEMANDES_DE_COMPLEMENTS));
            runtimeService
                    .createProcessInstanceByKey(CandidatureProcess.CLE)
                    .businessKey(numero)
                    .setVariables(variables)
                    .startBeforeActivity("businessRuleTask_releverManques")
                    .execute();
        };
    }

    private void designer(DelegateExecution execution, Evaluations evaluations, int nombre) {
        List<Long> ids = evaluations.demander(
                execution.getProcessBusinessKey(), nombre, textes(execution, Variables.GROUPES_DE_RELECTURE));
        execution.setVariable(
                Variables.RELECTURES,
                new ArrayList<>(ids.stream().map(String::valueOf).toList()));
    }

    private Dossier dossier(DelegateExecution execution) {
        return dossiers.lire(execution.getProcessBusinessKey());
    }

    static LocalDate jour(Date echeance) {
        return LocalDate.ofInstant(echeance.toInstant(), HeureDeParis.ZONE);
    }

    static String texte(DelegateExecution execution, String nom) {
        return (String) execution.getVariable(nom);
    }

    private static int entier(DelegateExecution execution, String nom) {
        return execution.getVariable(nom) instanceof Integer valeur ? valeur : 0;
    }

    private static List<String> textes(DelegateExecution execution, String nom) {
        return execution.getVariable(nom) instanceof List<?> valeurs
                ? valeurs.stream().map(Object::toString).toList()
                : List.of();
    }
}

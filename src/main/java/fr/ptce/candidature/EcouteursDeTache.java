package fr.ptce.candidature;

import fr.ptce.candidature.CandidatureProcess.Variables;
import fr.ptce.formulaire.Markdown;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.ProprietesDuModele;
import fr.ptce.moteur.UtilisateurCourant;
import fr.ptce.moteur.ValeursJson;
import fr.ptce.moteur.habilitations.Dessaisissement;
import fr.ptce.relance.JoursOuvres;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The task listeners of {@code candidature.bpmn}: bean name = delegate expression. At {@code create} they give the form
 * what it shows; at {@code complete} they hand its answers, checked by then, to one service.
 */
@Configuration
class EcouteursDeTache {

    private final Dossiers dossiers;
    private final Instruction instruction;
    private final UtilisateurCourant utilisateur;

    EcouteursDeTache(Dossiers dossiers, Instruction instruction, UtilisateurCourant utilisateur) {
        this.dossiers = dossiers;
        this.instruction = instruction;
        this.utilisateur = utilisateur;
    }

    @Bean
    TaskListener nommerTache() {
        return tache -> {
            Dossier dossier = dossier(tache);
            NomDeTache.completer(tache, dossier.numero(), dossier.initiative());
        };
    }

    @Bean
    TaskListener montrerIdentite(RedacteurDeFiche redacteur) {
        return tache -> tache.setVariableLocal("identite", redacteur.identite(dossier(tache)));
    }

    @Bean
    TaskListener montrerDossier(RedacteurDeFiche redacteur) {
        return tache -> tache.setVariableLocal("fiche", redacteur.fiche(dossier(tache)));
    }

    @Bean
    TaskListener montrerRegle(DecisionsExpliquees decisions) {
        return tache -> tache.setVariableLocal(
                "motifRegle",
                decisions
                        .derniere(numero(tache), "recevabilite")
                        .map(explication -> "**Règle appliquée.** " + Markdown.citer(explication.motif()))
                        .orElse(""));
    }

    @Bean
    TaskListener montrerEvaluations(RedacteurDeFiche redacteur, Evaluations evaluations) {
        return tache ->
                tache.setVariableLocal("synthese", redacteur.synthese(evaluations.duDossier(numero(tache)), (String)
                        tache.getVariable(Variables.PROPOSITION)));
    }

    @Bean
    TaskListener montrerDemandeDeReexamen() {
        return tache -> tache.setVariableLocal(
                "demande",
                "### Demande du porteur\n" + Markdown.citer((String) tache.getVariable(Variables.ARGUMENTAIRE)));
    }

    /** Shows what is missing and fills the form with what the dossier already says. */
    @Bean
    TaskListener montrerManques(ValeursJson json) {
        return tache -> {
            Object manques = tache.getVariable(Variables.MANQUES);
            tache.setVariableLocal(
                    "manquesEnClair",
                    manques instanceof List<?> liste
                            ? liste.stream().map(Object::toString).collect(Collectors.joining(" ; "))
                            : "");
            tache.getExecution().setVariablesLocal(ChampDuDossier.reponses(dossier(tache), json));
        };
    }

    @Bean
    TaskListener enregistrerComplements() {
        return tache -> {
            instruction.completer(numero(tache), champs(tache), auteur());
            tache.getExecution().getProcessInstance().setVariables(instruction.variablesDeRoutage(dossier(tache)));
        };
    }

    @Bean
    TaskListener enregistrerIrrecevabilite() {
        return tache -> {
            boolean irrecevable = "oui".equals(texte(tache, "irrecevabilite_confirmee"));
            instruction.confirmerIrrecevabilite(
                    numero(tache), irrecevable, texte(tache, "motif_irrecevabilite"), auteur());
            tache.getExecution().setVariable(Variables.IRRECEVABLE, irrecevable);
        };
    }

    /** Refused before anything changes when the person already reviews the dossier; a conflict hides it from them. */
    @Bean
    TaskListener enregistrerDeclarationInterets(Evaluations evaluations, Dessaisissement dessaisissement) {
        return tache -> {
            DelegateExecution execution = tache.getExecution();
            String relecteur = tache.getAssignee();
            boolean conflit = "oui".equals(texte(tache, "conflit"));
            execution.setVariable(Variables.RELECTEUR, relecteur);
            execution.setVariable(Variables.CONFLIT_DECLARE, conflit);
            if (conflit) {
                execution.setVariable(Variables.MOTIF_CONFLIT, texte(tache, "motif_conflit"));
                dessaisissement.dessaisir(relecteur, execution.getProcessInstanceId());
            } else {
                evaluations.prendre(Long.parseLong((String) tache.getVariable(Variables.RELECTURE)), relecteur);
            }
        };
    }

    @Bean
    TaskListener enregistrerEvaluation(Evaluations evaluations) {
        return tache -> evaluations.rendre(
                Long.parseLong((String) tache.getVariable(Variables.RELECTURE)), tache.getAssignee(), champs(tache));
    }

    @Bean
    TaskListener enregistrerDecision(JoursOuvres joursOuvres) {
        return tache -> {
            int delai = Integer.parseInt(
                    ProprietesDuModele.lire(tache.getBpmnModelElementInstance(), TachesDeService.DELAI_EN_JOURS_OUVRES)
                            .orElseThrow());
            Date recoursAvantLe = joursOuvres.echeance(delai, (String) tache.getVariable(Variables.REGION));
            decider(tache, TachesDeService.jour(recoursAvantLe));
            tache.getExecution().getProcessInstance().setVariable(Variables.RECOURS_AVANT_LE, recoursAvantLe);
        };
    }

    @Bean
    TaskListener enregistrerReexamen() {
        return tache -> decider(tache, null);
    }

    private void decider(DelegateTask tache, LocalDate recoursAvantLe) {
        String decision = texte(tache, Variables.DECISION);
        instruction.decider(numero(tache), decision, texte(tache, "motif_decision"), recoursAvantLe, auteur());
        tache.getExecution().getProcessInstance().setVariable(Variables.DECISION, decision);
    }

    /** The answers of the form: the variables of the task's own scope, declared as its inputs in the diagram. */
    private static ChampsDuDossier champs(DelegateTask tache) {
        return ChampsDuDossier.de(tache.getExecution().getVariablesLocal());
    }

    private static String texte(DelegateTask tache, String cle) {
        return champs(tache).texte(cle);
    }

    private Dossier dossier(DelegateTask tache) {
        return dossiers.lire(numero(tache));
    }

    private static String numero(DelegateTask tache) {
        return tache.getExecution().getProcessBusinessKey();
    }

    private String auteur() {
        return utilisateur.identifiant().orElse(null);
    }
}

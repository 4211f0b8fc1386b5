package fr.ptce.accompagnement;

import fr.ptce.accompagnement.AccompagnementProjetProcess.Variables;
import fr.ptce.accompagnement.Missions.Proposee;
import fr.ptce.accompagnement.ProjetAccompagne.Plan;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.OptionsDeListe;
import fr.ptce.moteur.UtilisateurCourant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The task listeners of {@code accompagnement-projet.bpmn}: bean name = delegate expression. At {@code create} they give
 * the form what it shows; at {@code complete} they hand its answers, checked by then, to one service.
 */
@Configuration
class EcouteursDuProjet {

    private final ProjetsAccompagnes projets;
    private final Missions missions;
    private final ConduiteDuProjet conduite;
    private final RedacteurDeLAccompagnement redacteur;
    private final UtilisateurCourant utilisateur;
    private final OptionsDeListe options;

    EcouteursDuProjet(
            ProjetsAccompagnes projets,
            Missions missions,
            ConduiteDuProjet conduite,
            RedacteurDeLAccompagnement redacteur,
            UtilisateurCourant utilisateur,
            OptionsDeListe options) {
        this.projets = projets;
        this.missions = missions;
        this.conduite = conduite;
        this.redacteur = redacteur;
        this.utilisateur = utilisateur;
        this.options = options;
    }

    @Bean
    TaskListener nommerTacheDuProjet() {
        return tache -> {
            ProjetAccompagne projet = projet(tache);
            NomDeTache.completer(tache, projet.initiative(), projet.nom());
        };
    }

    @Bean
    TaskListener montrerProjet() {
        return tache -> {
            ProjetAccompagne projet = projet(tache);
            tache.setVariableLocal("projetEnClair", redacteur.projet(projet));
            tache.setVariableLocal("pageDuProjet", "/accompagnement/projets/" + projet.id());
            montrerLePlan(tache, projet.plan());
        };
    }

    /** A plan that was sent back, or is taken up again, is not written anew. */
    private static void montrerLePlan(DelegateTask tache, Plan plan) {
        if (plan != null && tache.getTaskDefinitionKey().equals(AccompagnementProjetProcess.Elements.PLAN)) {
            tache.getExecution().setVariableLocal("plan_objectifs", plan.objectifs());
            tache.getExecution().setVariableLocal("plan_parties_prenantes", plan.partiesPrenantes());
            tache.getExecution().setVariableLocal("seances_prevues", plan.seancesPrevues());
        }
    }

    @Bean
    TaskListener montrerPropositions() {
        return tache -> {
            ProjetAccompagne projet = projet(tache);
            List<Proposee> proposees = missions.propositions(projet.id());
            tache.setVariableLocal("projetEnClair", redacteur.projet(projet));
            tache.setVariableLocal("propositionsEnClair", redacteur.propositions(proposees));
            tache.setVariableLocal(
                    "accompagnateursProposes",
                    options.de(
                            proposees,
                            propose -> String.valueOf(propose.accompagnateur()),
                            propose -> propose.nom() + " (" + propose.score() + " points)"));
            String conseille = proposees.stream()
                    .filter(Proposee::conseillee)
                    .findFirst()
                    .map(propose -> String.valueOf(propose.accompagnateur()))
                    .orElse(null);
            tache.setVariableLocal("accompagnateurConseille", conseille);
            tache.getExecution().setVariableLocal("accompagnateur", conseille);
            tache.getExecution().setVariableLocal("choix", conseille == null ? null : "affecter");
        };
    }

    @Bean
    TaskListener enregistrerAffectation() {
        return tache -> {
            ValeursLues saisie = ValeursLues.de(tache);
            boolean affecte = saisie.est("choix", "affecter");
            String compte = affecte ? conduite.affecter(id(tache), saisie, auteur()) : "";
            poser(
                    tache,
                    Map.of(
                            Variables.ACCOMPAGNATEUR_CHOISI,
                            affecte,
                            Variables.ELARGI,
                            saisie.est("choix", "elargir"),
                            Variables.COMPTE,
                            compte));
        };
    }

    @Bean
    TaskListener enregistrerReponseAMission() {
        return tache -> poser(
                tache,
                Map.of(
                        Variables.MISSION_ACCEPTEE,
                        conduite.repondreALaMission(id(tache), ValeursLues.de(tache), auteur())));
    }

    @Bean
    TaskListener enregistrerDiagnostic() {
        return tache -> conduite.diagnostiquer(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener enregistrerPlan() {
        return tache -> conduite.planifier(id(tache), ValeursLues.de(tache));
    }

    @Bean
    TaskListener enregistrerValidationDuPlan() {
        return tache -> poser(
                tache,
                Map.of(Variables.PLAN_VALIDE, conduite.validerLePlan(id(tache), ValeursLues.de(tache), auteur())));
    }

    @Bean
    TaskListener enregistrerSeance() {
        return tache -> poser(
                tache,
                Map.of(Variables.DERNIERE_SEANCE, conduite.rendreCompte(id(tache), ValeursLues.de(tache), auteur())));
    }

    @Bean
    TaskListener enregistrerReveil() {
        return tache -> conduite.reveiller(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener enregistrerBilan() {
        return tache -> conduite.dresserLeBilan(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener enregistrerReprise() {
        return tache -> conduite.reprendre(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener montrerAccompagnementAuPorteur() {
        return tache -> tache.setVariableLocal("accompagnementEnClair", redacteur.pourLePorteur(projet(tache)));
    }

    @Bean
    TaskListener enregistrerAvis() {
        return tache -> conduite.recevoirLAvis(id(tache), ValeursLues.de(tache), auteur());
    }

    @Bean
    TaskListener enregistrerCloture() {
        return tache -> conduite.clore(id(tache), ValeursLues.de(tache), auteur());
    }

    private ProjetAccompagne projet(DelegateTask tache) {
        return projets.lire(id(tache));
    }

    private static long id(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.PROJET);
    }

    private static void poser(DelegateTask tache, Map<String, Object> variables) {
        tache.getExecution().getProcessInstance().setVariables(variables);
    }

    private String auteur() {
        return utilisateur.identifiant().orElse(null);
    }
}

package fr.ptce.besoins;

import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.formulaire.Markdown;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.UtilisateurCourant;
import fr.ptce.moteur.ValeursJson;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The task listeners of {@code questionnaire-besoins.bpmn}: bean name = delegate expression. At {@code create} they give
 * the form what it shows; at {@code complete} they hand its answers, checked by then, to one service.
 */
@Configuration
class EcouteursDesBesoins {

    private final Initiatives initiatives;
    private final Questionnaires questionnaires;
    private final RecueilDesBesoins recueil;
    private final RedacteurDesBesoins redacteur;
    private final UtilisateurCourant utilisateur;
    private final ValeursJson json;

    EcouteursDesBesoins(
            Initiatives initiatives,
            Questionnaires questionnaires,
            RecueilDesBesoins recueil,
            RedacteurDesBesoins redacteur,
            UtilisateurCourant utilisateur,
            ValeursJson json) {
        this.initiatives = initiatives;
        this.questionnaires = questionnaires;
        this.recueil = recueil;
        this.redacteur = redacteur;
        this.utilisateur = utilisateur;
        this.json = json;
    }

    @Bean
    TaskListener nommerTacheDeBesoins() {
        return tache -> {
            Initiative initiative = initiative(tache);
            NomDeTache.completer(tache, initiative.numero(), initiative.nom());
        };
    }

    @Bean
    TaskListener montrerMessageDuPilote() {
        return tache -> {
            tache.setVariableLocal(
                    "initiative", Markdown.citer(initiative(tache).nom()));
            tache.setVariableLocal("messageDuPilote", Markdown.citer((String) tache.getVariable(Variables.MESSAGE)));
        };
    }

    @Bean
    TaskListener montrerFicheDuPorteur() {
        return tache -> tache.setVariableLocal("ficheDuPorteur", redacteur.ficheDuPorteur(initiative(tache)));
    }

    @Bean
    TaskListener montrerReponses() {
        return tache -> {
            Questionnaire questionnaire = questionnaires.lire(questionnaire(tache));
            tache.setVariableLocal("reponsesDuPorteur", redacteur.reponses(initiative(tache), questionnaire));
            tache.setVariableLocal("reglesAppliquees", redacteur.regles(questionnaire));
            tache.setVariableLocal(Variables.ACCOMPAGNEMENTS_PROPOSES, json.de(questionnaire.proposes()));
            tache.getExecution().setVariableLocal("accompagnements", json.de(questionnaire.proposes()));
            tache.getExecution().setVariableLocal("priorite", questionnaire.prioriteProposee());
        };
    }

    @Bean
    TaskListener enregistrerReponse() {
        return this::repondre;
    }

    @Bean
    TaskListener enregistrerAppel() {
        return tache -> {
            if (ValeursLues.de(tache).est("porteur_joint", "oui")) {
                repondre(tache);
            } else {
                recueil.renoncer(questionnaire(tache), ValeursLues.de(tache).texte("motif_injoignable"), auteur());
            }
        };
    }

    @Bean
    TaskListener enregistrerQualification() {
        return tache -> recueil.qualifier(
                questionnaire(tache),
                ValeursLues.de(tache).liste("accompagnements"),
                ValeursLues.de(tache).texte("priorite"),
                ValeursLues.de(tache).texte("motif_correction"),
                auteur());
    }

    /** The variables that the tables of orientation read go with the answers. */
    private void repondre(DelegateTask tache) {
        Reponses reponses =
                recueil.repondre(questionnaire(tache), ValeursLues.de(tache).champs(), auteur());
        tache.getExecution()
                .getProcessInstance()
                .setVariables(Map.of(
                        Variables.REPONSES_RECUEILLIES,
                        true,
                        Variables.STADE,
                        reponses.stade(),
                        Variables.BESOINS_IMPORTANTS,
                        reponses.besoinsImportants(),
                        Variables.NOMBRE_DE_BESOINS_IMPORTANTS,
                        reponses.nombre(Reponses.IMPORTANT),
                        Variables.BESOINS_ESSENTIELS,
                        reponses.nombre(Reponses.ESSENTIEL),
                        Variables.EXPERIMENTATION,
                        reponses.experimentation()));
    }

    private Initiative initiative(DelegateTask tache) {
        return initiatives
                .chercher(tache.getExecution().getProcessBusinessKey())
                .orElseThrow();
    }

    private static long questionnaire(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.QUESTIONNAIRE);
    }

    private String auteur() {
        return utilisateur.identifiant().orElse(null);
    }
}

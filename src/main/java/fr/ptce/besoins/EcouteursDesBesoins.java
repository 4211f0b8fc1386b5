package fr.ptce.besoins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.annuaire.Initiative;
import fr.ptce.annuaire.Initiatives;
import fr.ptce.besoins.QuestionnaireBesoinsProcess.Variables;
import fr.ptce.formulaire.Markdown;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.UtilisateurCourant;
import fr.ptce.moteur.ValeursJson;
import java.util.Collection;
import java.util.List;
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
            if ("oui".equals(champs(tache).get("porteur_joint"))) {
                repondre(tache);
            } else {
                recueil.renoncer(questionnaire(tache), (String) champs(tache).get("motif_injoignable"), auteur());
            }
        };
    }

    @Bean
    TaskListener enregistrerQualification() {
        return tache -> recueil.qualifier(
                questionnaire(tache),
                choix(champs(tache).get("accompagnements")),
                (String) champs(tache).get("priorite"),
                (String) champs(tache).get("motif_correction"),
                auteur());
    }

    /** The variables that the tables of orientation read go with the answers. */
    private void repondre(DelegateTask tache) {
        Reponses reponses = recueil.repondre(questionnaire(tache), champs(tache), auteur());
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

    /** A checklist comes as a list, or as JSON when nobody has changed it. */
    private static List<String> choix(Object valeur) {
        if (valeur instanceof Collection<?> choisis) {
            return choisis.stream().map(Object::toString).toList();
        }
        try {
            return List.of(new ObjectMapper().readValue(valeur.toString(), String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the form accepted is no list", e);
        }
    }

    /** The answers of the form: the variables of the task's own scope, declared as its inputs in the diagram. */
    private static Map<String, Object> champs(DelegateTask tache) {
        return tache.getExecution().getVariablesLocal();
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

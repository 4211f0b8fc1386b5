package fr.ptce.accompagnement;

import fr.ptce.accompagnement.RecensementAccompagnateurProcess.Variables;
import fr.ptce.moteur.NomDeTache;
import fr.ptce.moteur.UtilisateurCourant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when the tasks of this room are created and completed: bean name = delegate expression. */
@Configuration
class EcouteursDeLAccompagnement {

    @Bean
    TaskListener nommerTacheDAccompagnateur(Accompagnateurs accompagnateurs) {
        return tache -> {
            Accompagnateur accompagnateur = accompagnateurs.lire(accompagnateur(tache));
            NomDeTache.completer(
                    tache, accompagnateur.reference(), accompagnateur.fiche().nomComplet());
        };
    }

    @Bean
    TaskListener montrerFicheDAccompagnateur(Accompagnateurs accompagnateurs, AffichageDesAccompagnateurs affichage) {
        return tache -> tache.setVariableLocal(
                "fiche",
                affichage.enMarkdown(accompagnateurs.lire(accompagnateur(tache)).fiche()));
    }

    @Bean
    TaskListener enregistrerValidation(RecensementDesAccompagnateurs recensement, UtilisateurCourant utilisateur) {
        return tache -> {
            boolean validee = "oui".equals(tache.getVariable("validation"));
            String par = utilisateur.identifiant().orElse(null);
            if (validee) {
                recensement.accepter(accompagnateur(tache), par);
            } else {
                recensement.refuser(accompagnateur(tache), (String) tache.getVariable("motif_refus"), par);
            }
            tache.getExecution().getProcessInstance().setVariable(Variables.VALIDEE, validee);
        };
    }

    @Bean
    TaskListener enregistrerConfirmation(RecensementDesAccompagnateurs recensement) {
        return tache -> {
            boolean reste = "oui".equals(tache.getVariable("disponible"));
            if (reste) {
                recensement.confirmer(accompagnateur(tache));
            } else {
                recensement.laisserPartir(accompagnateur(tache));
            }
            tache.getExecution().getProcessInstance().setVariable(Variables.ENCORE_DISPONIBLE, reste);
        };
    }

    private static long accompagnateur(DelegateTask tache) {
        return (Long) tache.getVariable(Variables.ACCOMPAGNATEUR);
    }
}

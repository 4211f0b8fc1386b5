package fr.ptce.portail;

import fr.ptce.formulaire.Formulaire;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.UtilisateurCourant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what is answered to a task that somebody has a personal link to, whether they answer by it or an agent does so
 * for them in Tasklist; in the transaction that ends the task.
 */
@Component
class SuiviDesReponses {

    private final Liens liens;
    private final TachesParLien taches;
    private final ReponsesDesTaches reponses;
    private final UtilisateurCourant utilisateur;
    private final AuNomDeLApplication application;

    SuiviDesReponses(
            Liens liens,
            TachesParLien taches,
            ReponsesDesTaches reponses,
            UtilisateurCourant utilisateur,
            AuNomDeLApplication application) {
        this.liens = liens;
        this.taches = taches;
        this.reponses = reponses;
        this.utilisateur = utilisateur;
        this.application = application;
    }

    @EventListener
    public void suivre(DelegateTask tache) {
        boolean finie = TaskListener.EVENTNAME_COMPLETE.equals(tache.getEventName());
        if (finie && aUnFormulaire(tache) && liens.verrouiller(tache.getId())) {
            garder(tache, utilisateur.identifiant().orElse(null));
        } else if (TaskListener.EVENTNAME_DELETE.equals(tache.getEventName())) {
            reponses.oublierLeBrouillon(tache.getId());
        }
    }

    private static boolean aUnFormulaire(DelegateTask tache) {
        return tache.getBpmnModelElementInstance() != null
                && tache.getBpmnModelElementInstance().getCamundaFormRef() != null;
    }

    private void garder(DelegateTask tache, String par) {
        application.faire(() -> {
            Task ouverte = taches.ouverte(tache.getId()).orElseThrow();
            Formulaire formulaire = taches.formulaire(ouverte);
            reponses.inscrire(
                    tache.getId(),
                    tache.getExecution().getProcessBusinessKey(),
                    tache.getName(),
                    par,
                    formulaire.texteJson(),
                    taches.donnees(ouverte, formulaire));
            return null;
        });
    }
}

package fr.ptce.portail;

import fr.ptce.formulaire.Formulaire;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts of people without an account, as long as their task is open. */
@Service
class BrouillonsParLien {

    private final Liens liens;
    private final TachesParLien taches;
    private final ReponsesDesTaches reponses;

    BrouillonsParLien(Liens liens, TachesParLien taches, ReponsesDesTaches reponses) {
        this.liens = liens;
        this.taches = taches;
        this.reponses = reponses;
    }

    /**
     * Keeps what the form has of these fields; nothing is required yet.
     *
     * @return false when the task has ended in the meantime: nothing is kept
     */
    @Transactional
    boolean garder(Task tache, Map<String, Object> champs) {
        liens.verrouiller(tache.getId());
        if (taches.ouverte(tache.getId()).isEmpty()) {
            return false;
        }
        Formulaire formulaire = taches.formulaire(tache);
        reponses.garder(tache.getId(), formulaire.retenir(champs, taches.donnees(tache, formulaire)));
        return true;
    }
}

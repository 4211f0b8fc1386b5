package fr.ptce.portail;

import fr.ptce.formulaire.Formulaire;
import java.util.Map;
import java.util.Optional;
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
     * @param id id of the task
     * @return false when the task has ended or is suspended: nothing is kept
     */
    @Transactional
    boolean garder(String id, Map<String, Object> champs) {
        liens.verrouiller(id);
        Optional<Task> ouverte = taches.ouverte(id);
        ouverte.ifPresent(tache -> {
            Formulaire formulaire = taches.formulaire(tache);
            reponses.garder(id, formulaire.retenir(champs, taches.donnees(tache, formulaire)));
        });
        return ouverte.isPresent();
    }
}

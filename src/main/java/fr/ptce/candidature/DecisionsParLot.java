package fr.ptce.candidature;

import fr.ptce.candidature.CandidatureProcess.Variables;
import fr.ptce.candidature.DecisionsEnAttente.Attente;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.SaisieRefusee;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides several dossiers at once. Each one is taken and ended in the engine as the person who decides, so that rights
 * and form are checked as in Tasklist, and in a transaction of its own: what is refused for one leaves the others decided.
 */
@Service
class DecisionsParLot {

    /**
     * What became of one dossier.
     *
     * @param refus why it was not decided, in French; null when it was
     * @param decision id of the decision, null when it was refused
     */
    record Issue(String numero, String decision, String refus) {

        public boolean decidee() {
            return refus == null;
        }
    }

    /** The choice that follows the proposal of each dossier. */
    static final String SUIVRE_LA_PROPOSITION = "proposition";

    private static final Logger LOG = LoggerFactory.getLogger(DecisionsParLot.class);

    private final DecisionsEnAttente enAttente;
    private final TaskService taches;
    private final TransactionTemplate transaction;

    DecisionsParLot(DecisionsEnAttente enAttente, TaskService taches, PlatformTransactionManager transactions) {
        this.enAttente = enAttente;
        this.taches = taches;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Decides each of these dossiers, those above {@link DecisionsEnAttente#PAR_PAGE} excepted.
     *
     * @param choix id of a decision, or {@link #SUIVRE_LA_PROPOSITION}
     * @return one issue a dossier, in the order given
     */
    List<Issue> decider(Agent agent, Collection<String> numeros, String choix, String motif) {
        Set<String> retenus = numeros.stream()
                .limit(DecisionsEnAttente.PAR_PAGE)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Attente> attentes = enAttente.parmi(agent, retenus).stream()
                .collect(Collectors.toMap(Attente::numero, Function.identity()));
        List<Issue> issues = new ArrayList<>();
        retenus.forEach(numero -> issues.add(decider(agent, numero, attentes.get(numero), choix, motif)));
        return issues;
    }

    private Issue decider(Agent agent, String numero, Attente attente, String choix, String motif) {
        if (attente == null || attente.tache() == null) {
            return new Issue(numero, null, "Le dossier n’attend plus de décision.");
        }
        String decision = SUIVRE_LA_PROPOSITION.equals(choix) ? attente.proposition() : choix;
        if (decision == null) {
            return new Issue(numero, null, "La table n’a rien proposé\u00a0: choisissez une décision.");
        }
        try {
            transaction.executeWithoutResult(statut -> accomplir(agent, attente, decision, motif));
            return new Issue(numero, decision, null);
        } catch (SaisieRefusee e) {
            return new Issue(numero, null, e.getMessage());
        } catch (AuthorizationException e) {
            return new Issue(numero, null, "La tâche est prise en charge par une autre personne.");
        } catch (ProcessEngineException e) {
            LOG.warn("Décision du dossier {} refusée par le moteur.", numero, e);
            return new Issue(numero, null, "La décision n’a pas pu être enregistrée. Ouvrez la tâche dans Tasklist.");
        }
    }

    private void accomplir(Agent agent, Attente attente, String decision, String motif) {
        String tache = attente.tache().getId();
        if (attente.tache().getAssignee() == null) {
            taches.claim(tache, agent.id());
        }
        taches.complete(tache, Map.of(Variables.DECISION, decision, "motif_decision", motif));
    }
}

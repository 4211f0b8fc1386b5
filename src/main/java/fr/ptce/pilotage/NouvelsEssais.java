package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.portail.ActionImpossible;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has failed steps tried again at once, for a pilot who meets them. */
@Service
class NouvelsEssais {

    /** As many in one go: a fault that strikes more is looked at before. */
    static final int ENSEMBLE = 100;

    private final Incidents incidents;
    private final InstancesVisibles visibles;
    private final ManagementService jobs;
    private final AuNomDeLApplication application;
    private final TraceDesActions trace;
    private final Clock horloge;
    private final TransactionTemplate transaction;

    NouvelsEssais(
            Incidents incidents,
            InstancesVisibles visibles,
            ManagementService jobs,
            AuNomDeLApplication application,
            TraceDesActions trace,
            Clock horloge,
            PlatformTransactionManager transactions) {
        this.incidents = incidents;
        this.visibles = visibles;
        this.jobs = jobs;
        this.application = application;
        this.trace = trace;
        this.horloge = horloge;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return what was done, in French
     * @throws ActionImpossible when the step is settled, under way, or not for this agent
     */
    String un(Agent agent, String job) {
        Incident incident = incidents
                .chercher(agent, job)
                .orElseThrow(() ->
                        new ActionImpossible("Cet incident est déjà réglé\u00a0: il n’y a plus rien à réessayer."));
        reessayer(agent, incident);
        return "L’étape «\u00a0" + incident.etape()
                + "\u00a0» est relancée. Si elle échoue encore, elle revient dans cette liste.";
    }

    /** {@return what was done, in French; those that cannot be tried again now are left out} */
    String tous(Agent agent, CauseDIncident cause) {
        List<Incident> concernes = incidents.que(agent).stream()
                .filter(incident -> incident.cause() == cause && retente(agent, incident))
                .limit(ENSEMBLE)
                .toList();
        int relances = 0;
        for (Incident incident : concernes) {
            relances += essayer(agent, incident) ? 1 : 0;
        }
        if (relances == 0) {
            throw new ActionImpossible("Il n’y a plus rien à réessayer pour cette cause.");
        }
        return relances == 1
                ? "Une étape est relancée. Si elle échoue encore, elle revient dans cette liste."
                : relances + " étapes sont relancées. Celles qui échouent encore reviennent dans cette liste.";
    }

    /** Whether this agent may have it tried again now. */
    static boolean retente(Agent agent, Incident incident) {
        return !incident.suspendu() && (incident.instance() != null || Pouvoirs.intervient(agent, incident.region()));
    }

    private boolean essayer(Agent agent, Incident incident) {
        try {
            reessayer(agent, incident);
            return true;
        } catch (ActionImpossible regle) {
            return false;
        }
    }

    private void reessayer(Agent agent, Incident incident) {
        if (incident.suspendu()) {
            throw new ActionImpossible("Le parcours est suspendu\u00a0: reprenez-le d’abord.");
        }
        if (!retente(agent, incident)) {
            throw new ActionImpossible(
                    "Cette étape concerne toutes les régions\u00a0: un pilote national s’en charge.");
        }
        try {
            transaction.executeWithoutResult(statut -> {
                relancer(incident);
                consigner(agent, incident);
            });
        } catch (OptimisticLockingException | NullValueException changee) {
            throw new ActionImpossible("Cette étape est déjà relancée ou réglée. Rechargez la page dans un instant.");
        }
    }

    private void relancer(Incident incident) {
        application.faireEnLeurNom(() -> {
            jobs.setJobRetries(1)
                    .jobId(incident.job())
                    .dueDate(Date.from(horloge.instant()))
                    .execute();
            return null;
        });
    }

    private void consigner(Agent agent, Incident incident) {
        if (incident.instance() != null) {
            visibles.chercher(agent, incident.instance())
                    .ifPresent(instance -> trace.consigner(
                            agent,
                            instance,
                            "Nouvel essai demandé pour l’étape «\u00a0" + incident.etape() + "\u00a0»."));
        }
    }
}

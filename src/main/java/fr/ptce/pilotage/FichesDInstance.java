package fr.ptce.pilotage;

import fr.ptce.candidature.AvisVisibles;
import fr.ptce.candidature.Evaluations;
import fr.ptce.courriel.CourrielEnvoye;
import fr.ptce.courriel.Courriels;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.DecisionsExpliquees;
import fr.ptce.moteur.DecisionsExpliquees.Explication;
import fr.ptce.moteur.Perimetre;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that the page of an instance tells, for one reader. */
@Component
class FichesDInstance {

    /**
     * What failed and was set aside, without the message of the failure, which may hold an address.
     *
     * @param etape name of the step in the diagram
     * @param fin null as long as it is open
     */
    record Incident(String etape, Instant debut, Instant fin) {}

    /**
     * The page of one instance.
     *
     * @param appelante the instance that called it, when the reader meets it
     * @param avisMasques whether something is left out because the reader still has a review to give
     * @param courriels newest first; empty for a dossier that the reader no longer meets
     */
    record Fiche(
            InstanceVisible instance,
            Optional<InstanceVisible> appelante,
            Parcours parcours,
            boolean avisMasques,
            List<Explication> decisions,
            List<VariablesEnClair.Variable> variables,
            List<CourrielEnvoye> courriels,
            List<Incident> incidents) {}

    /** Rows of each list, at most; those of the other rooms have the same limit. */
    static final int MAXIMUM = 200;

    private final InstancesVisibles instances;
    private final LectureDesParcours parcours;
    private final VariablesEnClair variables;
    private final Evaluations evaluations;
    private final DecisionsExpliquees decisions;
    private final Courriels courriels;
    private final HistoryService historique;
    private final AuNomDeLApplication application;
    private final AffichageDuSuivi affichage;
    private final JdbcClient jdbc;

    FichesDInstance(
            InstancesVisibles instances,
            LectureDesParcours parcours,
            VariablesEnClair variables,
            Evaluations evaluations,
            DecisionsExpliquees decisions,
            Courriels courriels,
            HistoryService historique,
            AuNomDeLApplication application,
            AffichageDuSuivi affichage,
            JdbcClient jdbc) {
        this.instances = instances;
        this.parcours = parcours;
        this.variables = variables;
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.courriels = courriels;
        this.historique = historique;
        this.application = application;
        this.affichage = affichage;
        this.jdbc = jdbc;
    }

    /** @param instance one that the agent meets */
    Fiche lire(Agent agent, InstanceVisible instance) {
        AvisVisibles avis = new AvisVisibles(
                agent,
                affichage.estUnDossier(instance.dossier()) ? evaluations.duDossier(instance.dossier()) : List.of());
        return new Fiche(
                instance,
                appelante(agent, instance),
                parcours.lire(instance),
                avis.masques(),
                decisions.deLInstance(instance.dossier(), instance.id()).stream()
                        .filter(avis::montre)
                        .toList(),
                variables.deLInstance(instance.id(), avis::montreLaVariable),
                courriels(agent, instance.dossier()),
                incidents(instance));
    }

    private Optional<InstanceVisible> appelante(Agent agent, InstanceVisible instance) {
        return application
                .faire(() -> Optional.ofNullable(historique
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(instance.id())
                                .singleResult())
                        .map(HistoricProcessInstance::getSuperProcessInstanceId))
                .flatMap(appelante -> instances.chercher(agent, appelante));
    }

    private List<CourrielEnvoye> courriels(Agent agent, String dossier) {
        boolean lus = dossier != null && (!affichage.estUnDossier(dossier) || rencontre(agent, dossier));
        return lus ? courriels.duDossier(dossier) : List.of();
    }

    /** A dossier may have gone to another region since the instance began. */
    private boolean rencontre(Agent agent, String dossier) {
        Perimetre perimetre = Perimetre.sur("d.region", agent);
        return jdbc.sql("select count(*) from dossier d where d.numero = :dossier and " + perimetre.condition())
                        .param("dossier", dossier)
                        .params(perimetre.parametres())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Incident> incidents(InstanceVisible instance) {
        Diagramme diagramme = parcours.diagramme(instance.definition());
        List<HistoricIncident> lus = application.faire(() -> historique
                .createHistoricIncidentQuery()
                .processInstanceId(instance.id())
                .orderByCreateTime()
                .desc()
                .listPage(0, MAXIMUM));
        return lus.stream()
                .map(incident -> new Incident(
                        diagramme.nom(incident.getActivityId()),
                        incident.getCreateTime().toInstant(),
                        incident.getEndTime() == null
                                ? null
                                : incident.getEndTime().toInstant()))
                .toList();
    }
}

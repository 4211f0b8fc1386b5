package fr.ptce.pilotage;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import fr.ptce.portail.ActionImpossible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.UpdateProcessInstancesSuspensionStateBuilder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspends, resumes and cancels a running process from outside of it, with a reason that stays with its dossier.
 *
 * <p>Every method throws {@link Introuvable} when the agent does not meet the instance, and {@link ActionImpossible} when
 * it cannot be done, with the reason in French; nothing has changed then.
 */
@Service
class ActionsSurLesParcours {

    /** Process whose room suspends it itself, with a task that reminds of taking it up again. */
    private static final String ACCOMPAGNEMENT = "accompagnement-projet";

    private final InstancesVisibles visibles;
    private final ArretDuParcours arret;
    private final RuntimeService processus;
    private final AuNomDeLApplication application;
    private final TraceDesActions trace;

    ActionsSurLesParcours(
            InstancesVisibles visibles,
            ArretDuParcours arret,
            RuntimeService processus,
            AuNomDeLApplication application,
            TraceDesActions trace) {
        this.visibles = visibles;
        this.arret = arret;
        this.processus = processus;
        this.application = application;
        this.trace = trace;
    }

    InstanceVisible ouvrir(Agent agent, String id) {
        return visibles.chercher(agent, id).orElseThrow(Introuvable::parcours);
    }

    /** Id of the instance that called this one; empty when none did. */
    Optional<String> appelant(String id) {
        return application
                .faire(() -> Optional.ofNullable(processus
                        .createProcessInstanceQuery()
                        .subProcessInstanceId(id)
                        .singleResult()))
                .map(ProcessInstance::getId);
    }

    /** How many instances this one has called, and that run. */
    int appeles(String id) {
        return application.faire(() -> avecCeuxQuIlAppelle(id)).size() - 1;
    }

    static boolean seSuspendIci(InstanceVisible instance) {
        return !ACCOMPAGNEMENT.equals(instance.processus());
    }

    /** With the instances that it called: its tasks and timers stop, nobody is reminded. */
    @Transactional
    void suspendre(Agent agent, String id, String motif) {
        InstanceVisible instance = enCours(agent, id);
        if (instance.suspendue()) {
            throw new ActionImpossible("Ce parcours est déjà suspendu.");
        }
        if (!seSuspendIci(instance)) {
            throw new ActionImpossible("Un accompagnement se suspend depuis sa page.");
        }
        changer(id, UpdateProcessInstancesSuspensionStateBuilder::suspend);
        trace.consigner(
                agent, instance, "Parcours «\u00a0" + instance.nom() + "\u00a0» suspendu. Motif\u00a0: " + motif);
    }

    @Transactional
    void reprendre(Agent agent, String id, String motif) {
        InstanceVisible instance = enCours(agent, id);
        if (!instance.suspendue()) {
            throw new ActionImpossible("Ce parcours n’est pas suspendu.");
        }
        if (appelant(id).filter(parent -> ouvrir(agent, parent).suspendue()).isPresent()) {
            throw new ActionImpossible(
                    "Le parcours qui a lancé celui-ci est suspendu\u00a0: reprenez-le, celui-ci suivra.");
        }
        changer(id, UpdateProcessInstancesSuspensionStateBuilder::activate);
        trace.consigner(agent, instance, "Parcours «\u00a0" + instance.nom() + "\u00a0» repris. Motif\u00a0: " + motif);
    }

    /** @throws ActionImpossible also when its room stops it by itself, or the agent does not decide with the committee */
    @Transactional
    void annuler(Agent agent, String id, String motif) {
        InstanceVisible instance = enCours(agent, id);
        exigerLAnnulation(agent, instance);
        trace.consigner(agent, instance, "Parcours «\u00a0" + instance.nom() + "\u00a0» annulé. Motif\u00a0: " + motif);
        agir(() -> processus.deleteProcessInstance(id, motif));
    }

    private void exigerLAnnulation(Agent agent, InstanceVisible instance) {
        if (!agent.decide()) {
            throw new ActionImpossible("Seuls le comité de pilotage et l’administration annulent un parcours.");
        }
        ArretDuParcours.Lieu lieu = arret.lieu(instance);
        if (!lieu.ici()) {
            throw new ActionImpossible(lieu.consigne());
        }
        if (appelant(instance.id()).isPresent()) {
            throw new ActionImpossible("Ce parcours fait partie d’un autre\u00a0: il ne s’annule pas seul.");
        }
    }

    private InstanceVisible enCours(Agent agent, String id) {
        InstanceVisible instance = ouvrir(agent, id);
        if (instance.fin() != null) {
            throw new ActionImpossible("Ce parcours est déjà terminé\u00a0: rien n’a été changé.");
        }
        if (!Pouvoirs.intervient(agent, instance.region())) {
            throw new ActionImpossible(
                    "Ce parcours concerne toutes les régions\u00a0: un pilote national s’en charge.");
        }
        return instance;
    }

    private void changer(String id, Consumer<UpdateProcessInstancesSuspensionStateBuilder> etat) {
        agir(() -> etat.accept(
                processus.updateProcessInstanceSuspensionState().byProcessInstanceIds(avecCeuxQuIlAppelle(id))));
    }

    /** A handful of levels at most, as the diagrams are drawn. */
    private List<String> avecCeuxQuIlAppelle(String id) {
        List<String> tous = new ArrayList<>(List.of(id));
        for (int rang = 0; rang < tous.size(); rang++) {
            processus.createProcessInstanceQuery().superProcessInstanceId(tous.get(rang)).list().stream()
                    .map(ProcessInstance::getId)
                    .forEach(tous::add);
        }
        return tous;
    }

    private void agir(Runnable action) {
        try {
            application.faireEnLeurNom(() -> {
                action.run();
                return null;
            });
        } catch (OptimisticLockingException | BadUserRequestException avance) {
            throw new ActionImpossible(
                    "Le parcours a avancé ou s’est terminé entre-temps\u00a0: rien n’a été changé. Rechargez la page.");
        }
    }
}

package fr.ptce.relance;

import fr.ptce.moteur.ProprietesDuModele;
import fr.ptce.moteur.UtilisateurCourant;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows every user task of every process, in the engine's transaction: keeps {@code tache_suivie}, and asks for the
 * e-mails that leave at once.
 *
 * <p>A task whose element carries the property {@code destinataire} is external: its value is the role of the person
 * outside who is awaited ({@link CarnetDAdresses}). The properties {@code invitation} and {@code recu} may name models of
 * e-mail of its own.
 */
@Component
class SuiviDesTaches {

    /** Property of a user task: role of the person outside who answers it. */
    static final String DESTINATAIRE = "destinataire";

    private static final int URGENT_EN_JOURS_OUVRES = 2;

    private final TachesSuivies taches;
    private final CourrielsImmediats courriels;
    private final Escalades escalades;
    private final Remplacements remplacements;
    private final JoursOuvres joursOuvres;
    private final UtilisateurCourant utilisateur;

    SuiviDesTaches(
            TachesSuivies taches,
            CourrielsImmediats courriels,
            Escalades escalades,
            Remplacements remplacements,
            JoursOuvres joursOuvres,
            UtilisateurCourant utilisateur) {
        this.taches = taches;
        this.courriels = courriels;
        this.escalades = escalades;
        this.remplacements = remplacements;
        this.joursOuvres = joursOuvres;
        this.utilisateur = utilisateur;
    }

    /** Tasks outside a process are nobody's affair here. */
    @EventListener
    public void suivre(DelegateTask tache) {
        if (tache.getProcessInstanceId() == null) {
            return;
        }
        switch (tache.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> creer(tache);
            case TaskListener.EVENTNAME_ASSIGNMENT -> affecter(tache);
            case TaskListener.EVENTNAME_UPDATE ->
                taches.lire(tache.getId()).ifPresent(suivie -> changer(suivie, instant(tache.getDueDate())));
            case TaskListener.EVENTNAME_COMPLETE -> terminer(tache);
            case TaskListener.EVENTNAME_DELETE -> taches.lire(tache.getId()).ifPresent(this::retirer);
            default -> {}
        }
    }

    private void creer(DelegateTask tache) {
        TacheSuivie suivie = lire(tache);
        taches.inscrire(suivie);
        if (suivie.externe()) {
            courriels.inviter(suivie, modele(tache, "invitation", "invitation-tache"));
        }
    }

    /** A new due date is reminded of from the beginning. */
    private void changer(TacheSuivie tache, Instant echeance) {
        if (!Objects.equals(tache.echeance(), echeance)) {
            escalades.clore(tache);
            taches.changerLEcheance(tache.tache(), echeance);
        }
    }

    /** Told at once when it is urgent, else in the next digest. */
    private void affecter(DelegateTask tache) {
        String par = utilisateur
                .identifiant()
                .filter(agent -> tache.getAssignee() != null && !agent.equals(tache.getAssignee()))
                .orElse(null);
        taches.affecter(tache.getId(), tache.getAssignee(), par);
        if (tache.getAssignee() != null) {
            remplacements.deplacer(tache);
        }
        if (par != null && urgent(tache)) {
            taches.lire(tache.getId()).ifPresent(courriels::annoncer);
        }
    }

    private boolean urgent(DelegateTask tache) {
        return tache.getDueDate() != null
                && !tache.getDueDate()
                        .toInstant()
                        .isAfter(joursOuvres
                                .echeance(URGENT_EN_JOURS_OUVRES, region(tache))
                                .toInstant());
    }

    private void terminer(DelegateTask tache) {
        taches.lire(tache.getId()).ifPresent(suivie -> {
            if (suivie.externe()) {
                courriels.accuserReception(
                        suivie,
                        modele(tache, "recu", "recu-reponse"),
                        utilisateur.identifiant().orElse(null));
            }
            retirer(suivie);
        });
    }

    private void retirer(TacheSuivie tache) {
        escalades.clore(tache);
        taches.retirer(tache.tache());
    }

    private static String modele(DelegateTask tache, String propriete, String aDefaut) {
        return ProprietesDuModele.lire(tache.getBpmnModelElementInstance(), propriete)
                .orElse(aDefaut);
    }

    private static TacheSuivie lire(DelegateTask tache) {
        return new TacheSuivie(
                tache.getId(),
                tache.getBpmnModelInstance()
                        .getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId(),
                tache.getProcessInstanceId(),
                tache.getTaskDefinitionKey(),
                nom(tache),
                tache.getExecution().getProcessBusinessKey(),
                region(tache),
                ProprietesDuModele.lire(tache.getBpmnModelElementInstance(), DESTINATAIRE)
                        .orElse(null),
                tache.getAssignee(),
                groupes(tache),
                tache.getCreateTime().toInstant(),
                instant(tache.getDueDate()),
                null,
                0,
                null,
                null);
    }

    private static String nom(DelegateTask tache) {
        String nom = tache.getBpmnModelElementInstance().getName();
        return nom == null ? tache.getTaskDefinitionKey() : nom;
    }

    private static List<String> groupes(DelegateTask tache) {
        return tache.getCandidates().stream()
                .filter(lien -> IdentityLinkType.CANDIDATE.equals(lien.getType()) && lien.getGroupId() != null)
                .map(lien -> lien.getGroupId())
                .sorted()
                .toList();
    }

    private static String region(DelegateTask tache) {
        return tache.getTenantId();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

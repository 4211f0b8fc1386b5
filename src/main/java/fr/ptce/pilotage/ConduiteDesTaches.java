package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import fr.ptce.courriel.FormatFrancais;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.Membres;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import fr.ptce.pilotage.PersonnesPossibles.Personne;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.relance.CourrielsImmediats;
import fr.ptce.relance.JoursOuvres;
import fr.ptce.relance.TacheSuivie;
import fr.ptce.relance.TachesSuivies;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What pilots change on an open task from outside of it: each action checks who asks, holds the task while it acts, and
 * leaves a trace in the same transaction.
 *
 * <p>Every method throws {@link Introuvable} when the task is over or the agent does not meet it, and {@link
 * ActionImpossible} when it cannot be done, with the reason in French; nothing has changed then. Each gives back what was
 * done, in French.
 */
@Service
class ConduiteDesTaches {

    /**
     * An open task that an agent meets.
     *
     * @param modifiable whether this agent may change it now
     */
    record Ouverte(TacheSuivie tache, InstanceVisible instance, boolean modifiable) {}

    /** An invitation is not sent again within this time: a second click is not a second request. */
    private static final Duration REPIT = Duration.ofMinutes(5);

    /** How far from today a due date may be put. */
    static final Period AU_PLUS_TARD = Period.ofYears(1);

    private static final FormatFrancais FORMAT = new FormatFrancais();

    private final TachesSuivies suivies;
    private final InstancesVisibles visibles;
    private final PersonnesPossibles personnes;
    private final Membres membres;
    private final TaskService taches;
    private final MinuteursDeLEcheance minuteurs;
    private final InvitationsEnvoyees invitations;
    private final CourrielsImmediats courriels;
    private final AuNomDeLApplication application;
    private final JoursOuvres joursOuvres;
    private final TraceDesActions trace;
    private final Clock horloge;

    ConduiteDesTaches(
            TachesSuivies suivies,
            InstancesVisibles visibles,
            PersonnesPossibles personnes,
            Membres membres,
            TaskService taches,
            MinuteursDeLEcheance minuteurs,
            InvitationsEnvoyees invitations,
            CourrielsImmediats courriels,
            AuNomDeLApplication application,
            JoursOuvres joursOuvres,
            TraceDesActions trace,
            Clock horloge) {
        this.suivies = suivies;
        this.visibles = visibles;
        this.personnes = personnes;
        this.membres = membres;
        this.taches = taches;
        this.minuteurs = minuteurs;
        this.invitations = invitations;
        this.courriels = courriels;
        this.application = application;
        this.joursOuvres = joursOuvres;
        this.trace = trace;
        this.horloge = horloge;
    }

    Ouverte ouvrir(Agent agent, String tache) {
        return suivies.lire(tache).map(suivie -> ouverte(agent, suivie)).orElseThrow(() -> visibles.tacheFinie(
                        agent, tache)
                .map(Introuvable::tacheFinie)
                .orElseGet(Introuvable::tache));
    }

    private Ouverte ouverte(Agent agent, TacheSuivie suivie) {
        InstanceVisible instance = visibles.chercher(agent, suivie.instance()).orElseThrow(Introuvable::tache);
        boolean modifiable = !instance.suspendue() && Pouvoirs.intervient(agent, suivie.region());
        return new Ouverte(suivie, instance, modifiable);
    }

    /** @param malgreLAbsence whether the agent knows that the person is away */
    @Transactional
    String confier(Agent agent, String tache, String personne, boolean malgreLAbsence, String motif) {
        Ouverte ouverte = tenir(agent, tache);
        exigerInterne(ouverte.tache());
        Personne choisie = personnes.pour(ouverte.tache()).stream()
                .filter(possible -> possible.id().equals(personne))
                .findFirst()
                .orElseThrow(() -> new ActionImpossible("Choisissez une personne de la liste."));
        if (choisie.absenteJusquAu() != null && !malgreLAbsence) {
            throw new ActionImpossible(choisie.nom() + " n’est pas là jusqu’au " + FORMAT.date(choisie.absenteJusquAu())
                    + ". Choisissez quelqu’un d’autre, ou cochez la case qui le confirme.");
        }
        executer(() -> taches.setAssignee(tache, choisie.id()));
        String effet = effet(ouverte.tache(), choisie);
        consigner(agent, ouverte, effet, motif);
        return effet;
    }

    /** Whoever is away has their tasks moved at once: what is said is who has it in the end. */
    private String effet(TacheSuivie avant, Personne choisie) {
        String nom = "La tâche «\u00a0" + avant.nom() + "\u00a0» ";
        Optional<String> responsable = suivies.lire(avant.tache()).map(TacheSuivie::responsable);
        if (responsable.filter(choisie.id()::equals).isPresent()) {
            return nom + "est confiée à " + choisie.nom() + ".";
        }
        return nom
                + responsable
                        .map(suppleant -> "va à " + nomDe(suppleant) + ", qui remplace " + choisie.nom() + ".")
                        .orElse("reste à son groupe\u00a0: " + choisie.nom() + " n’est pas là.");
    }

    private String nomDe(String personne) {
        return Optional.ofNullable(membres.parId(List.of(personne)).get(personne))
                .map(Membres.Membre::nom)
                .orElse(personne);
    }

    @Transactional
    String remettreAuGroupe(Agent agent, String tache, String motif) {
        Ouverte ouverte = tenir(agent, tache);
        exigerInterne(ouverte.tache());
        if (ouverte.tache().responsable() == null) {
            throw new ActionImpossible("Personne n’a pris cette tâche\u00a0: elle est déjà à son groupe.");
        }
        if (ouverte.tache().groupes().isEmpty()) {
            throw new ActionImpossible(
                    "Cette tâche n’est proposée à aucun groupe\u00a0: elle ne peut pas lui être remise.");
        }
        executer(() -> taches.setAssignee(tache, null));
        String effet = "La tâche «\u00a0" + ouverte.tache().nom() + "\u00a0» est remise à son groupe.";
        consigner(agent, ouverte, effet, motif);
        return effet;
    }

    /** @param jour null when none was given */
    @Transactional
    String changerLEcheance(Agent agent, String tache, LocalDate jour, String motif) {
        Ouverte ouverte = tenir(agent, tache);
        verifier(ouverte.tache(), jour);
        Date echeance = JoursOuvres.finDeJournee(jour);
        boolean deplaces = agir(() -> deplacer(ouverte.tache(), echeance));
        String effet = "La tâche «\u00a0" + ouverte.tache().nom() + "\u00a0» est maintenant attendue pour le "
                + FORMAT.jour(jour) + "."
                + (deplaces ? " Ce que le parcours fait de lui-même sans réponse attend d’autant." : "");
        consigner(agent, ouverte, effet, motif);
        return effet;
    }

    private void verifier(TacheSuivie tache, LocalDate jour) {
        LocalDate aujourdhui = HeureDeParis.aujourdhui(horloge);
        if (jour == null) {
            throw new ActionImpossible("Indiquez une date.");
        }
        if (JoursOuvres.finDeJournee(jour).toInstant().isBefore(horloge.instant())) {
            throw new ActionImpossible("Cette date est passée. Choisissez un jour à venir.");
        }
        if (jour.isAfter(aujourdhui.plus(AU_PLUS_TARD))) {
            throw new ActionImpossible("Cette date est à plus d’un an. Choisissez un jour plus proche.");
        }
        if (!joursOuvres.ouvre(jour, tache.region())) {
            throw new ActionImpossible("Le " + FORMAT.jour(jour) + " n’est pas un jour ouvré. Le suivant est le "
                    + FORMAT.jour(joursOuvres.ajouter(jour, 0, tache.region())) + ".");
        }
        if (JoursOuvres.finDeJournee(jour).toInstant().equals(tache.echeance())) {
            throw new ActionImpossible("C’est déjà l’échéance de cette tâche.");
        }
    }

    private boolean deplacer(TacheSuivie suivie, Date echeance) {
        Task tache = taches.createTaskQuery().taskId(suivie.tache()).singleResult();
        Date avant = tache.getDueDate();
        tache.setDueDate(echeance);
        if (avant == null) {
            taches.saveTask(tache);
            return false;
        }
        long jours = ChronoUnit.DAYS.between(jour(avant), jour(echeance));
        if (tache.getFollowUpDate() != null) {
            tache.setFollowUpDate(ouvre(jour(tache.getFollowUpDate()).plusDays(jours), suivie.region(), echeance));
        }
        taches.saveTask(tache);
        return minuteurs.deplacer(tache, minuteur -> ouvre(jour(minuteur).plusDays(jours), suivie.region(), null));
    }

    /** The first working day from this one on, no later than a limit, null for none. */
    private Date ouvre(LocalDate jour, String region, Date limite) {
        Date date = JoursOuvres.finDeJournee(joursOuvres.ajouter(jour, 0, region));
        return limite != null && date.toInstant().isAfter(limite.toInstant()) ? limite : date;
    }

    private static LocalDate jour(Date date) {
        return LocalDate.ofInstant(date.toInstant(), HeureDeParis.ZONE);
    }

    /** For a process without a dossier: a dossier has its own page for comments. */
    @Transactional
    String commenter(Agent agent, String tache, String commentaire) {
        Ouverte ouverte = tenir(agent, tache);
        trace.consigner(agent, ouverte.instance(), commentaire);
        return "Votre commentaire est ajouté.";
    }

    @Transactional
    String renvoyerLInvitation(Agent agent, String tache) {
        Ouverte ouverte = tenir(agent, tache);
        if (!ouverte.tache().externe()) {
            throw new ActionImpossible("Cette tâche n’attend personne à l’extérieur\u00a0: il n’y a pas d’invitation.");
        }
        invitations.derniere(ouverte.tache()).ifPresent(derniere -> {
            if (derniere.plus(REPIT).isAfter(horloge.instant())) {
                throw new ActionImpossible("Une invitation est déjà partie le " + FORMAT.dateHeure(derniere)
                        + ". Patientez cinq minutes avant d’en renvoyer une.");
            }
        });
        if (invitations.adresse(ouverte.tache()).isEmpty()) {
            throw new ActionImpossible(
                    "Cette personne n’a pas d’adresse de courriel\u00a0: rien ne peut lui être écrit.");
        }
        courriels.renouvelerLInvitation(tache);
        String effet = "Un nouveau lien part pour «\u00a0" + ouverte.tache().nom() + "\u00a0».";
        trace.consigner(agent, ouverte.instance(), effet);
        return effet;
    }

    /** Nobody else changes or ends the task before the transaction is over. */
    private Ouverte tenir(Agent agent, String tache) {
        ouvrir(agent, tache);
        Ouverte tenue = suivies.verrouiller(tache)
                .map(suivie -> ouverte(agent, suivie))
                .orElseThrow(() -> Introuvable.tacheFinie("La tâche"));
        if (tenue.instance().suspendue()) {
            throw new ActionImpossible("Le parcours est suspendu\u00a0: reprenez-le d’abord.");
        }
        if (!tenue.modifiable()) {
            throw new ActionImpossible(
                    "Cette tâche concerne toutes les régions\u00a0: un pilote national s’en charge.");
        }
        return tenue;
    }

    private static void exigerInterne(TacheSuivie tache) {
        if (tache.externe()) {
            throw new ActionImpossible(
                    "Cette tâche attend une personne extérieure\u00a0: elle ne se confie à personne d’autre.");
        }
    }

    private void executer(Runnable action) {
        agir(() -> {
            action.run();
            return null;
        });
    }

    /** The engine may have changed the task without waiting for us: then it says so. */
    private <T> T agir(Supplier<T> action) {
        try {
            return application.faireEnLeurNom(action);
        } catch (OptimisticLockingException | NullValueException changee) {
            throw new ActionImpossible("Cette tâche a changé entre-temps\u00a0: rien n’a été fait. Rechargez la page.");
        }
    }

    private void consigner(Agent agent, Ouverte ouverte, String effet, String motif) {
        trace.consigner(agent, ouverte.instance(), effet + " Motif\u00a0: " + motif);
    }
}

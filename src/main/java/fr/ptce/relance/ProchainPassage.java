package fr.ptce.relance;

import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.habilitations.Dessaisissement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;

/** What the next daily run would send, and whether it is going to run at all. */
@Service
class ProchainPassage {

    /**
     * One line of the preview.
     *
     * @param personne id of an account, or address of somebody outside
     * @param instance id of the process instance of the task
     * @param motif rule that fired
     */
    record Annonce(
            String personne,
            String tache,
            String instance,
            String dossier,
            String region,
            String nature,
            String motif) {}

    private final PlanDesRelances plan;
    private final Relances relances;
    private final TachesSuivies taches;
    private final JoursOuvres joursOuvres;
    private final ManagementService managementService;
    private final RepositoryService repositoryService;
    private final AuNomDeLApplication application;
    private final Dessaisissement dessaisissement;
    private final Clock horloge;

    ProchainPassage(
            PlanDesRelances plan,
            Relances relances,
            TachesSuivies taches,
            JoursOuvres joursOuvres,
            ManagementService managementService,
            RepositoryService repositoryService,
            AuNomDeLApplication application,
            Dessaisissement dessaisissement,
            Clock horloge) {
        this.plan = plan;
        this.relances = relances;
        this.taches = taches;
        this.joursOuvres = joursOuvres;
        this.managementService = managementService;
        this.repositoryService = repositoryService;
        this.application = application;
        this.dessaisissement = dessaisissement;
        this.horloge = horloge;
    }

    /** First working day on which the engine's timer is due. */
    LocalDate jour() {
        LocalDate prevu = minuteurs().stream()
                .map(Job::getDuedate)
                .map(date -> LocalDate.ofInstant(date.toInstant(), horloge.getZone()))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(horloge).plusDays(1));
        return joursOuvres.ajouter(prevu, 0, null);
    }

    /**
     * What a day's run would tell, by recipient.
     *
     * @param jour that of {@link #jour}
     * @param region whether the reader meets the dossiers of a region
     * @param lecteur who reads, for whom dossiers of which they may know nothing are left out
     */
    List<Annonce> annonces(LocalDate jour, Predicate<String> region, String lecteur) {
        Map<String, Set<String>> dessaisis = dessaisissement.parInstance();
        List<Annonce> annonces = new ArrayList<>();
        plan.prevoir(jour, page -> page.relances().stream()
                .filter(relance -> !relance.aEnvoyerLe().isAfter(jour))
                .map(ProchainPassage::annonce)
                .forEach(annonces::add));
        annonces.addAll(enAttente(jour));
        return annonces.stream()
                .filter(annonce -> region.test(annonce.region()))
                .filter(annonce ->
                        !dessaisis.getOrDefault(annonce.instance(), Set.of()).contains(lecteur))
                .sorted(Comparator.comparing(Annonce::personne).thenComparing(Annonce::tache))
                .toList();
    }

    /** Whether a pilot has paused the reminders. */
    boolean suspendu() {
        return minuteurs().stream().allMatch(Job::isSuspended);
    }

    /** Pauses the reminders, what is under way too. */
    void suspendre() {
        application.faire(() -> {
            repositoryService.suspendProcessDefinitionByKey(RelancesQuotidiennesProcess.CLE, true, null);
            return null;
        });
    }

    /** Lets the reminders go on; a run that was missed is made up for at once. */
    void reprendre() {
        application.faire(() -> {
            repositoryService.activateProcessDefinitionByKey(RelancesQuotidiennesProcess.CLE, true, null);
            return null;
        });
    }

    private List<Annonce> enAttente(LocalDate jour) {
        List<Relances.Ligne> lignes = relances.enAttente(jour);
        Set<String> ids = lignes.stream().map(Relances.Ligne::tache).collect(Collectors.toSet());
        Map<String, TacheSuivie> ouvertes = taches.parmi(ids);
        return lignes.stream()
                .filter(ligne -> ouvertes.containsKey(ligne.tache()))
                .map(ligne -> annonce(ligne, ouvertes.get(ligne.tache())))
                .toList();
    }

    private static Annonce annonce(RelancePrevue relance) {
        TacheSuivie tache = relance.tache();
        return new Annonce(
                relance.destinataire(),
                tache.nom(),
                tache.instance(),
                tache.dossier(),
                tache.region(),
                relance.nature(),
                relance.motif());
    }

    private static Annonce annonce(Relances.Ligne ligne, TacheSuivie tache) {
        return new Annonce(
                ligne.destinataire(),
                tache.nom(),
                tache.instance(),
                tache.dossier(),
                tache.region(),
                ligne.nature(),
                ligne.motif());
    }

    private List<Job> minuteurs() {
        return application.faire(() -> managementService
                .createJobQuery()
                .processDefinitionKey(RelancesQuotidiennesProcess.CLE)
                .timers()
                .list());
    }
}

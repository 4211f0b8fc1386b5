package fr.ptce.relance;

import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Membres;
import fr.ptce.moteur.TablesDeDecision;
import fr.ptce.moteur.habilitations.Dessaisissement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who is to be told what on a day: applies the table {@code relances} to each task that is soon due or late. Writes
 * nothing, so that pilots see the next run in advance.
 */
@Component
class PlanDesRelances {

    static final String TABLE = "relances";
    static final String ACTION = "action";
    static final String MODELE = "modele";

    /** Rules of the table speak of no earlier day. */
    private static final int HORIZON_EN_JOURS_OUVRES = 15;

    private static final int URGENT_EN_JOURS_OUVRES = -2;

    private final TachesDues taches;
    private final TablesDeDecision tables;
    private final Correspondants correspondants;
    private final Relances relances;
    private final JoursOuvres joursOuvres;
    private final Membres membres;
    private final Responsables responsables;
    private final Preferences preferences;
    private final Absences absences;
    private final Dessaisissement dessaisissement;

    PlanDesRelances(
            TachesDues taches,
            TablesDeDecision tables,
            Correspondants correspondants,
            Relances relances,
            JoursOuvres joursOuvres,
            Membres membres,
            Responsables responsables,
            Preferences preferences,
            Absences absences,
            Dessaisissement dessaisissement) {
        this.taches = taches;
        this.tables = tables;
        this.correspondants = correspondants;
        this.relances = relances;
        this.joursOuvres = joursOuvres;
        this.membres = membres;
        this.responsables = responsables;
        this.preferences = preferences;
        this.absences = absences;
        this.dessaisissement = dessaisissement;
    }

    /** A page of tasks and what was decided for them. */
    record Page(List<TacheSuivie> taches, List<RelancePrevue> relances) {}

    /** Gives the pages of a day's run one after the other; the last one is that of the tasks newly given to somebody. */
    void prevoir(LocalDate jour, Consumer<Page> suite) {
        Destinataires destinataires =
                new Destinataires(membres::duGroupe, responsables.parGroupe(), dessaisissement.parInstance());
        TablesDeDecision.Table table = tables.derniere(TABLE);
        Instant horizon = joursOuvres
                .ajouter(jour, HORIZON_EN_JOURS_OUVRES, null)
                .plusDays(1)
                .atStartOfDay(HeureDeParis.ZONE)
                .toInstant();
        List<TacheSuivie> page = taches.page(jour, horizon, null);
        while (!page.isEmpty()) {
            suite.accept(new Page(page, relances(page, jour, table, destinataires)));
            page = page.size() < TachesDues.PAGE ? List.of() : taches.page(jour, horizon, page.get(page.size() - 1));
        }
        List<TacheSuivie> confiees = taches.confiees();
        suite.accept(new Page(List.of(), retenir(confiees(confiees, jour), jour)));
    }

    private List<RelancePrevue> relances(
            List<TacheSuivie> page, LocalDate jour, TablesDeDecision.Table table, Destinataires destinataires) {
        List<RelancePrevue> decidees = new ArrayList<>();
        Map<String, String> adresses = correspondants.adresses(
                page.stream().filter(TacheSuivie::externe).toList());
        for (TacheSuivie tache : page) {
            if (joursOuvres.ouvre(jour, tache.region())) {
                decider(tache, jour, table, destinataires, adresses, decidees);
            }
        }
        return retenir(decidees, jour);
    }

    private void decider(
            TacheSuivie tache,
            LocalDate jour,
            TablesDeDecision.Table table,
            Destinataires destinataires,
            Map<String, String> adresses,
            List<RelancePrevue> decidees) {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("destination", tache.externe() ? "externe" : "interne");
        entrees.put("retard", retard(tache, jour));
        entrees.put("processus", tache.processus());
        entrees.put("rappels", tache.rappels());
        entrees.put("prise", tache.responsable() != null);
        entrees.put("escalade", tache.escalade() == null ? "" : tache.escalade());
        table.appliquer(entrees).ifPresent(regle -> {
            String action = (String) regle.sorties().get(ACTION);
            String modele = (String) regle.sorties().get(MODELE);
            boolean dehors = tache.externe() && !action.startsWith(RelancePrevue.ESCALADE);
            qui(action, tache, destinataires, adresses)
                    .forEach(personne -> decidees.add(
                            new RelancePrevue(tache, action, personne, dehors, modele, regle.motif(), jour)));
        });
    }

    private static List<String> qui(
            String action, TacheSuivie tache, Destinataires destinataires, Map<String, String> adresses) {
        return switch (action) {
            case RelancePrevue.RAPPEL, RelancePrevue.DERNIER_RAPPEL ->
                tache.externe()
                        ? Stream.ofNullable(adresses.get(tache.tache())).toList()
                        : destinataires.desRappels(tache);
            case RelancePrevue.ESCALADE_RESPONSABLE -> destinataires.desResponsables(tache);
            case RelancePrevue.ESCALADE_GROUPE -> destinataires.desPilotes(tache);
            case RelancePrevue.ESCALADE_COMITE -> destinataires.duComite(tache);
            case RelancePrevue.REMISE -> List.of(tache.responsable());
            case SortiesDesRelances.RIEN -> List.of();
            default -> throw new IllegalStateException("Nobody is told of " + action);
        };
    }

    private static List<RelancePrevue> confiees(List<TacheSuivie> taches, LocalDate jour) {
        return taches.stream()
                .filter(tache -> tache.responsable() != null)
                .map(tache -> new RelancePrevue(
                        tache,
                        RelancePrevue.AFFECTATION,
                        tache.responsable(),
                        false,
                        "resume-quotidien",
                        "Quelqu’un vous a confié cette tâche.",
                        jour))
                .toList();
    }

    /** Without what is suspended, planned already, for somebody absent, or what they chose not to read. */
    private List<RelancePrevue> retenir(List<RelancePrevue> decidees, LocalDate jour) {
        if (decidees.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        decidees.forEach(relance -> ids.add(relance.tache().tache()));
        Set<String> actives = taches.actives(ids);
        Set<String> prevues = relances.prevues(ids);
        Set<String> personnes = personnes(decidees);
        Set<String> parties = absences.parmi(personnes, jour);
        Map<String, Rythme> rythmes = preferences.parmi(personnes);
        return decidees.stream()
                .filter(relance -> actives.contains(relance.tache().tache()))
                .filter(relance -> !prevues.contains(Relances.cle(relance)))
                .filter(relance -> relance.externe() || !parties.contains(relance.destinataire()))
                .filter(relance -> voulue(relance, rythme(relance, rythmes), jour))
                .map(relance -> auJourDit(relance, rythme(relance, rythmes), jour))
                .toList();
    }

    private static Set<String> personnes(Collection<RelancePrevue> relances) {
        Set<String> personnes = new HashSet<>();
        relances.stream()
                .filter(relance -> !relance.externe())
                .forEach(relance -> personnes.add(relance.destinataire()));
        return personnes;
    }

    private static Rythme rythme(RelancePrevue relance, Map<String, Rythme> rythmes) {
        boolean toujours = relance.externe()
                || relance.nature().startsWith(RelancePrevue.ESCALADE)
                || relance.nature().equals(RelancePrevue.REMISE);
        return toujours ? Rythme.QUOTIDIEN : rythmes.getOrDefault(relance.destinataire(), Rythme.QUOTIDIEN);
    }

    private boolean voulue(RelancePrevue relance, Rythme rythme, LocalDate jour) {
        return rythme != Rythme.URGENT
                || (relance.tache().echeance() != null && retard(relance.tache(), jour) >= URGENT_EN_JOURS_OUVRES);
    }

    private RelancePrevue auJourDit(RelancePrevue relance, Rythme rythme, LocalDate jour) {
        if (rythme != Rythme.HEBDOMADAIRE) {
            return relance;
        }
        LocalDate lundi = jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate premier = joursOuvres.ajouter(lundi, 0, null);
        LocalDate envoi = premier.equals(jour) ? jour : joursOuvres.ajouter(lundi.plusWeeks(1), 0, null);
        return new RelancePrevue(
                relance.tache(),
                relance.nature(),
                relance.destinataire(),
                false,
                relance.modele(),
                relance.motif(),
                envoi);
    }

    private int retard(TacheSuivie tache, LocalDate jour) {
        return joursOuvres.retard(jour, tache.echeance(), tache.region());
    }
}

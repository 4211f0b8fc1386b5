package fr.ptce.pilotage;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.Membres;
import fr.ptce.pilotage.Etape.Etat;
import fr.ptce.pilotage.InstancesVisibles.InstanceVisible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the path of an instance. To be asked only about an instance that {@link InstancesVisibles} gave. */
@Component
class LectureDesParcours {

    /** Steps of a path that are read; a longer one is cut. */
    static final int MAXIMUM = 500;

    private final HistoryService historique;
    private final RepositoryService modeles;
    private final AuNomDeLApplication application;
    private final Membres membres;
    private final Groupes groupes;
    private final JdbcClient jdbc;

    LectureDesParcours(
            HistoryService historique,
            RepositoryService modeles,
            AuNomDeLApplication application,
            Membres membres,
            Groupes groupes,
            JdbcClient jdbc) {
        this.historique = historique;
        this.modeles = modeles;
        this.application = application;
        this.membres = membres;
        this.groupes = groupes;
        this.jdbc = jdbc;
    }

    /** The diagram of one version of a process. */
    Diagramme diagramme(String definition) {
        return new Diagramme(application.faire(() -> modeles.getBpmnModelInstance(definition)));
    }

    Parcours lire(InstanceVisible instance) {
        List<HistoricActivityInstance> faits = faits(instance.id());
        boolean coupe = faits.size() > MAXIMUM;
        List<HistoricActivityInstance> lus = coupe ? faits.subList(0, MAXIMUM) : faits;
        Diagramme diagramme = diagramme(instance.definition());
        List<HistoricActivityInstance> etapes =
                lus.stream().filter(fait -> !FlechesSuivies.repete(fait)).toList();
        Numeros numeros = new Numeros(lus);
        Map<String, String> personnes = personnes(instance, etapes);
        List<Etape> parcours = new ArrayList<>();
        for (HistoricActivityInstance fait : etapes) {
            parcours.add(etape(parcours.size() + 1, fait, diagramme, numeros, personnes));
        }
        return new Parcours(parcours, new FlechesSuivies(lus, diagramme.fleches()).ids(), coupe);
    }

    private List<HistoricActivityInstance> faits(String instance) {
        return application.faire(() -> historique
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .listPage(0, MAXIMUM + 1));
    }

    private static Etape etape(
            int rang,
            HistoricActivityInstance fait,
            Diagramme diagramme,
            Numeros numeros,
            Map<String, String> personnes) {
        String element = FlechesSuivies.element(fait);
        return new Etape(
                rang,
                element,
                diagramme.nom(element),
                diagramme.genre(element),
                numeros.precision(fait),
                diagramme.estHumaine(element) ? qui(fait, diagramme, personnes) : "",
                fait.getStartTime().toInstant(),
                fait.getEndTime() == null ? null : fait.getEndTime().toInstant(),
                etat(fait),
                fait.getCalledProcessInstanceId());
    }

    private static Etat etat(HistoricActivityInstance fait) {
        if (fait.getEndTime() == null) {
            return Etat.EN_COURS;
        }
        return fait.isCanceled() ? Etat.ANNULEE : Etat.FAITE;
    }

    private static String qui(HistoricActivityInstance fait, Diagramme diagramme, Map<String, String> personnes) {
        if (fait.getAssignee() != null) {
            return personnes.getOrDefault(fait.getAssignee(), fait.getAssignee());
        }
        if (diagramme.estExterieure(fait.getActivityId())) {
            return "Une personne extérieure, par son lien";
        }
        return personnes.getOrDefault(fait.getTaskId(), "Personne ne l’a prise");
    }

    /** Names by the ids of accounts, and groups that are awaited by the ids of tasks that nobody took. */
    private Map<String, String> personnes(InstanceVisible instance, List<HistoricActivityInstance> etapes) {
        Set<String> comptes = etapes.stream()
                .map(HistoricActivityInstance::getAssignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> noms = new HashMap<>();
        membres.parId(comptes).forEach((id, membre) -> noms.put(id, membre.nom()));
        if (instance.fin() == null) {
            noms.putAll(groupesAttendus(instance));
        }
        return noms;
    }

    private Map<String, String> groupesAttendus(InstanceVisible instance) {
        Map<String, String> attendus = new HashMap<>();
        jdbc.sql("select tache, groupes from tache_suivie where dossier = :dossier and instance = :instance"
                        + " and responsable is null and groupes is not null fetch first " + MAXIMUM + " rows only")
                .param("dossier", instance.dossier())
                .param("instance", instance.id())
                .query(ligne -> {
                    attendus.put(
                            ligne.getString("tache"),
                            Stream.of(ligne.getString("groupes").split(","))
                                    .map(groupes::nom)
                                    .collect(Collectors.joining(", ")));
                });
        return attendus;
    }

    /** Tells the passages of one element apart. */
    private static final class Numeros {

        private final Map<String, Integer> rangs = new HashMap<>();
        private final Map<String, List<HistoricActivityInstance>> parGroupe;
        private final Set<String> repetitions;

        Numeros(List<HistoricActivityInstance> faits) {
            repetitions = faits.stream()
                    .filter(FlechesSuivies::repete)
                    .map(HistoricActivityInstance::getId)
                    .collect(Collectors.toSet());
            parGroupe = faits.stream()
                    .filter(fait -> !FlechesSuivies.repete(fait))
                    .collect(Collectors.groupingBy(this::groupe));
            parGroupe.values().forEach(groupe -> {
                for (int rang = 0; rang < groupe.size(); rang++) {
                    rangs.put(groupe.get(rang).getId(), rang + 1);
                }
            });
        }

        /** The passages of one multi-instance go together, the turns of a loop too. */
        private String groupe(HistoricActivityInstance fait) {
            String element = FlechesSuivies.element(fait);
            return repetee(fait) ? element + " " + fait.getParentActivityInstanceId() : element;
        }

        private boolean repetee(HistoricActivityInstance fait) {
            return repetitions.contains(fait.getParentActivityInstanceId());
        }

        String precision(HistoricActivityInstance fait) {
            int nombre = parGroupe.get(groupe(fait)).size();
            if (nombre == 1) {
                return "";
            }
            int rang = rangs.get(fait.getId());
            return repetee(fait) ? rang + " sur " + nombre : "passage n°\u00a0" + rang;
        }
    }
}

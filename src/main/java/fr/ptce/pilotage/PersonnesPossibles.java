package fr.ptce.pilotage;

import fr.ptce.base.HeureDeParis;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.Membres;
import fr.ptce.moteur.Membres.Membre;
import fr.ptce.moteur.habilitations.Dessaisissement;
import fr.ptce.relance.TacheSuivie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To whom a task may be given: the members of its groups, and whoever its process meant to do it; nobody who may not see
 * it, declared a conflict of interest on its dossier, or has it already.
 */
@Component
class PersonnesPossibles {

    /** @param absenteJusquAu last day of the absence under way; null when there is none */
    record Personne(String id, String nom, LocalDate absenteJusquAu) {}

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Membres membres;
    private final Dessaisissement dessaisissement;
    private final TaskService taches;
    private final RepositoryService modeles;
    private final AuNomDeLApplication application;
    private final JdbcClient jdbc;
    private final Clock horloge;

    PersonnesPossibles(
            Membres membres,
            Dessaisissement dessaisissement,
            TaskService taches,
            RepositoryService modeles,
            AuNomDeLApplication application,
            JdbcClient jdbc,
            Clock horloge) {
        this.membres = membres;
        this.dessaisissement = dessaisissement;
        this.taches = taches;
        this.modeles = modeles;
        this.application = application;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * By name; empty when nobody may have it, which is always so for an external task, and for one of no group, whose
     * assignee has declared their interests and is the only one who may do it.
     */
    List<Personne> pour(TacheSuivie tache) {
        if (tache.externe() || tache.groupes().isEmpty()) {
            return List.of();
        }
        Map<String, Membre> candidats = new LinkedHashMap<>();
        tache.groupes()
                .forEach(groupe -> membres.duGroupe(groupe).forEach(membre -> candidats.put(membre.id(), membre)));
        prevue(tache).ifPresent(membre -> candidats.put(membre.id(), membre));
        candidats.keySet().removeAll(exclues(tache, candidats.keySet()));
        Map<String, LocalDate> absences = absences(candidats.keySet());
        return candidats.values().stream()
                .map(membre -> new Personne(membre.id(), membre.nom(), absences.get(membre.id())))
                .sorted(Comparator.comparing(Personne::nom).thenComparing(Personne::id))
                .toList();
    }

    /** Whom the diagram names as the assignee, such as the accompagnateur of the project. */
    private Optional<Membre> prevue(TacheSuivie suivie) {
        return application.faire(() -> {
            Task tache = taches.createTaskQuery().taskId(suivie.tache()).singleResult();
            return Optional.ofNullable(tache)
                    .flatMap(this::variableDuResponsable)
                    .map(variable -> (String) taches.getVariable(suivie.tache(), variable))
                    .filter(personne -> suivie.region() == null || suit(personne, suivie.region()))
                    .map(personne -> membres.parId(List.of(personne)).get(personne));
        });
    }

    private Optional<String> variableDuResponsable(Task tache) {
        UserTask element = modeles.getBpmnModelInstance(tache.getProcessDefinitionId())
                .getModelElementById(tache.getTaskDefinitionKey());
        return Optional.ofNullable(element.getCamundaAssignee())
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(trouvee -> trouvee.group(1));
    }

    private boolean suit(String personne, String region) {
        return membres.agent(personne).map((Agent agent) -> agent.suit(region)).orElse(false);
    }

    private Set<String> exclues(TacheSuivie tache, Collection<String> candidats) {
        Set<String> exclues = new HashSet<>(dessaisissement.parInstance().getOrDefault(tache.instance(), Set.of()));
        if (tache.responsable() != null) {
            exclues.add(tache.responsable());
        }
        if (tache.dossier() != null && !candidats.isEmpty()) {
            exclues.addAll(jdbc.sql(
                            "select utilisateur from conflit_interets where dossier = :dossier and utilisateur in (:candidats)")
                    .param("dossier", tache.dossier())
                    .param("candidats", candidats)
                    .query(String.class)
                    .set());
        }
        return exclues;
    }

    private Map<String, LocalDate> absences(Collection<String> personnes) {
        Map<String, LocalDate> absences = new HashMap<>();
        if (!personnes.isEmpty()) {
            jdbc.sql("select personne, max(au) as dernier from absence where personne in (:personnes)"
                            + " and du <= :jour and au >= :jour and annulee_le is null group by personne")
                    .param("personnes", personnes)
                    .param("jour", HeureDeParis.aujourdhui(horloge))
                    .query((ligne, rang) ->
                            absences.put(ligne.getString("personne"), ligne.getObject("dernier", LocalDate.class)))
                    .list();
        }
        return absences;
    }
}

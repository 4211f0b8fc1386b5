package fr.ptce.moteur.habilitations;

import fr.ptce.annuaire.Groupe;
import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The filters that people find in Tasklist, each role its own. They are written by the application only: their
 * expressions are evaluated for the user who opens them.
 */
@Component
class FiltresPartages {

    /** @param groupes ids of the groups that find it in their list */
    private record Filtre(String nom, String description, TaskQuery requete, List<String> groupes) {}

    private static final List<String> PILOTES = List.of(Groupes.PILOTES, Groupes.COMITE);

    /** What is proposed to rédacteurs always names one of them: nothing waits for their group. */
    private static final List<String> AVEC_UN_GROUPE =
            List.of(Groupes.PILOTES, Groupes.COMITE, Groupes.ACCOMPAGNATEURS);

    private static final String OUTRE_MER = "outre-mer";

    private final FilterService filtres;
    private final TaskService taches;
    private final Habilitations habilitations;
    private final Groupes groupes;
    private final Regions regions;

    FiltresPartages(
            FilterService filtres, TaskService taches, Habilitations habilitations, Groupes groupes, Regions regions) {
        this.filtres = filtres;
        this.taches = taches;
        this.habilitations = habilitations;
        this.groupes = groupes;
        this.regions = regions;
    }

    void mettreEnPlace() {
        Map<String, Filter> presents = filtres.createFilterQuery().list().stream()
                .collect(Collectors.toMap(Filter::getName, filtre -> filtre, (premier, second) -> premier));
        List<Droit> accordes = new ArrayList<>();
        List<Droit> retires = new ArrayList<>();
        int rang = 0;
        for (Filtre filtre : lesFiltres()) {
            String id = enregistrer(filtre, presents.get(filtre.nom()), rang++);
            filtre.groupes().forEach(groupe -> accordes.add(lecture(groupe, id)));
            // Earlier versions showed every filter to every role.
            Droits.ROLES.stream()
                    .filter(role -> !filtre.groupes().contains(role))
                    .forEach(role -> retires.add(lecture(role, id)));
        }
        habilitations.accorder(accordes);
        habilitations.retirer(retires);
    }

    private static Droit lecture(String groupe, String filtre) {
        return Droit.sur(groupe, Resources.FILTER, filtre, Permissions.READ);
    }

    private List<Filtre> lesFiltres() {
        return Stream.of(pourTous(), desRegionsDesPilotes(), desRegionsDuPays())
                .flatMap(List::stream)
                .toList();
    }

    private List<Filtre> pourTous() {
        return List.of(
                new Filtre(
                        "Mes tâches",
                        "Les tâches que vous avez prises en charge.",
                        parEcheance().taskAssigneeExpression("${currentUser()}"),
                        Droits.ROLES),
                new Filtre(
                        "À prendre en charge",
                        "Les tâches de vos groupes que personne n’a encore prises.",
                        parEcheance()
                                .taskCandidateGroupInExpression("${currentUserGroups()}")
                                .taskUnassigned(),
                        AVEC_UN_GROUPE),
                new Filtre(
                        "En retard",
                        "Les tâches dont l’échéance est passée.",
                        parEcheance().dueBeforeExpression("${now()}"),
                        Droits.ROLES),
                new Filtre(
                        "Échéance dans la semaine",
                        "Les tâches à terminer dans les sept jours.",
                        parEcheance().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusWeeks(1)}"),
                        Droits.ROLES),
                // Others see nothing but what is theirs: it would repeat the first two.
                new Filtre(
                        "Toutes les tâches que je peux voir",
                        "Toutes les tâches de votre territoire.",
                        parEcheance(),
                        PILOTES));
    }

    /** Each group of regional pilots finds its region. */
    private List<Filtre> desRegionsDesPilotes() {
        return groupes.tous().stream()
                .filter(groupe -> "pilotes-region".equals(groupe.type()))
                .map(groupe -> new Filtre(
                        "Ma région\u00a0: " + nomDeLaRegion(groupe),
                        "Toutes les tâches de votre région, qui que ce soit qui les fasse.",
                        dans(List.copyOf(groupe.territoires())),
                        List.of(groupe.id())))
                .toList();
    }

    private String nomDeLaRegion(Groupe groupe) {
        return groupe.territoires().stream()
                .map(code -> regions.parCode(code).nom())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Those who follow the whole country find it by the thirteen regions of today, each with the former ones that it is
     * made of, and overseas as one: the thirty-four territories would bury the usual filters. They come below these. With
     * the figure beside each, the list tells at a glance where work is waiting. What has no known region is a filter of
     * its own, since nobody else looks after it.
     */
    private List<Filtre> desRegionsDuPays() {
        List<String> destinataires = groupes.tous().stream()
                .filter(groupe -> groupe.partout() && !Groupes.REDACTEURS.equals(groupe.id()))
                .map(Groupe::id)
                .toList();
        List<Filtre> liste = new ArrayList<>();
        regions.parNom().stream()
                .filter(region -> "region".equals(region.type()) && region.devenue() == null)
                .forEach(region -> liste.add(region(region, destinataires)));
        liste.add(new Filtre(
                "Outre-mer",
                "Toutes les tâches des régions d’outre-mer.",
                dans(codes(region -> OUTRE_MER.equals(region.type()))),
                destinataires));
        liste.add(new Filtre(
                "Région à préciser",
                "Toutes les tâches des dossiers dont la région n’est pas connue.",
                dans(List.of(Regions.FRANCE)),
                destinataires));
        return liste;
    }

    private Filtre region(Region actuelle, List<String> destinataires) {
        return new Filtre(
                "Région\u00a0: " + actuelle.nom(),
                "Toutes les tâches de la région d’aujourd’hui, avec celles des anciennes régions qui l’ont formée.",
                dans(codes(region -> regions.actuelle(region).equals(actuelle))),
                destinataires);
    }

    private List<String> codes(Predicate<Region> condition) {
        return regions.toutes().stream().filter(condition).map(Region::code).toList();
    }

    private TaskQuery dans(List<String> territoires) {
        return parEcheance().tenantIdIn(territoires.toArray(String[]::new));
    }

    private TaskQuery parEcheance() {
        return taches.createTaskQuery().orderByDueDate().asc();
    }

    private String enregistrer(Filtre filtre, Filter present, int rang) {
        Filter aEcrire = present == null ? filtres.newTaskFilter(filtre.nom()) : present;
        aEcrire.setQuery(filtre.requete());
        aEcrire.setProperties(Map.of(
                "description",
                filtre.description(),
                "priority",
                rang,
                "refresh",
                true,
                "showUndefinedVariable",
                false));
        return filtres.saveFilter(aEcrire).getId();
    }
}

package fr.ptce.relance;

import fr.ptce.annuaire.Groupes;
import fr.ptce.moteur.Membres.Membre;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Who is told of a task. For the time of one run: groups are read once each. */
class Destinataires {

    private final Function<String, List<Membre>> membres;
    private final Map<String, String> responsables;
    private final Map<String, Set<String>> dessaisis;
    private final Map<String, List<String>> parGroupe = new HashMap<>();

    /**
     * @param membres gives the members of a group
     * @param dessaisis people who may know nothing of an instance, by instance
     */
    Destinataires(
            Function<String, List<Membre>> membres,
            Map<String, String> responsables,
            Map<String, Set<String>> dessaisis) {
        this.membres = membres;
        this.responsables = responsables;
        this.dessaisis = dessaisis;
    }

    /** Its assignee, else everybody who may take it. */
    List<String> desRappels(TacheSuivie tache) {
        return tache.responsable() == null ? autorises(tache, desGroupes(tache)) : List.of(tache.responsable());
    }

    /** The lead of its groups, else everybody who may take it. */
    List<String> desResponsables(TacheSuivie tache) {
        List<String> trouves = autorises(
                tache,
                tache.groupes().stream()
                        .map(responsables::get)
                        .filter(Objects::nonNull)
                        .toList());
        return trouves.isEmpty() ? desRappels(tache) : trouves;
    }

    /** The pilots who look after the dossier, without the late one: those of its groups, else of its region. */
    List<String> desPilotes(TacheSuivie tache) {
        List<String> candidats = desGroupes(tache);
        List<String> autres = autorises(tache, candidats.isEmpty() ? deLaRegion(tache) : candidats).stream()
                .filter(personne -> !personne.equals(tache.responsable()))
                .toList();
        return autres.isEmpty() ? autorises(tache, deLaRegion(tache)) : autres;
    }

    List<String> duComite(TacheSuivie tache) {
        return autorises(tache, duGroupe(Groupes.COMITE));
    }

    private List<String> deLaRegion(TacheSuivie tache) {
        List<String> regionaux = tache.region() == null ? List.of() : duGroupe(Groupes.pilotesDe(tache.region()));
        return regionaux.isEmpty() ? duGroupe(Groupes.PILOTES_NATIONAUX) : regionaux;
    }

    private List<String> desGroupes(TacheSuivie tache) {
        Set<String> personnes = new LinkedHashSet<>();
        tache.groupes().forEach(groupe -> personnes.addAll(duGroupe(groupe)));
        return new ArrayList<>(personnes);
    }

    private List<String> duGroupe(String groupe) {
        return parGroupe.computeIfAbsent(
                groupe, id -> membres.apply(id).stream().map(Membre::id).toList());
    }

    private List<String> autorises(TacheSuivie tache, List<String> personnes) {
        Set<String> ecartes = dessaisis.getOrDefault(tache.instance(), Set.of());
        return personnes.stream()
                .filter(personne -> !ecartes.contains(personne))
                .distinct()
                .toList();
    }
}

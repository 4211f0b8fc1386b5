package fr.ptce.relance;

import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.moteur.Membres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes reminders: what a person reads of all their tasks at once. */
@Component
class ResumesDesTaches {

    private static final String SANS_DOSSIER = "";

    private final TaskService taskService;
    private final JoursOuvres joursOuvres;
    private final Correspondants correspondants;
    private final CourriersDesTaches courriers;
    private final String adresse;

    ResumesDesTaches(
            TaskService taskService,
            JoursOuvres joursOuvres,
            Correspondants correspondants,
            CourriersDesTaches courriers,
            @Value("${ptce.adresse}") String adresse) {
        this.taskService = taskService;
        this.joursOuvres = joursOuvres;
        this.correspondants = correspondants;
        this.courriers = courriers;
        this.adresse = adresse;
    }

    /** The digest of a day for a person: their tasks by dossier, what is late first. */
    CourrielAEnvoyer pour(
            Membres.Membre personne, LocalDate jour, List<Relances.Ligne> lignes, Map<String, TacheSuivie> taches) {
        Map<String, String> noms = nomsComplets(lignes);
        Map<String, List<Map<String, Object>>> parDossier = new LinkedHashMap<>();
        derniereParTache(lignes).stream()
                .sorted(Comparator.comparing(
                        ligne -> taches.get(ligne.tache()).echeance(), Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(ligne -> parDossier
                        .computeIfAbsent(
                                ligne.dossier() == null ? SANS_DOSSIER : ligne.dossier(), cle -> new ArrayList<>())
                        .add(entree(ligne, taches.get(ligne.tache()), noms, jour)));
        Map<String, Object> variables = new HashMap<>();
        variables.put("contactNom", personne.nom());
        variables.put(
                "nombre", lignes.stream().map(Relances.Ligne::tache).distinct().count());
        variables.put(
                "dossiers",
                parDossier.entrySet().stream()
                        .map(dossier -> Map.of("numero", dossier.getKey(), "taches", dossier.getValue()))
                        .toList());
        variables.put("lien", adresse + "/camunda/app/tasklist/default/");
        return new CourrielAEnvoyer(
                "resume:" + jour + ":" + personne.id(),
                null,
                personne.courriel(),
                "resume-quotidien",
                variables,
                List.of(),
                adresse + "/preferences");
    }

    /** The reminder of a dossier for somebody outside; empty when they can no longer be written to. */
    Optional<CourrielAEnvoyer> pourLExterieur(
            LocalDate jour, List<Relances.Ligne> lignes, Map<String, TacheSuivie> taches) {
        Relances.Ligne premiere = lignes.get(0);
        TacheSuivie tache = taches.get(premiere.tache());
        return correspondants
                .joindre(tache.correspondant(), tache.dossier(), tache.tache())
                .map(correspondant -> {
                    Map<String, Object> variables =
                            CourriersDesTaches.variables(tache.dossier(), tache.nom(), correspondant);
                    variables.put("dernier", lignes.stream().anyMatch(ligne -> ligne.nature()
                            .equals(RelancePrevue.DERNIER_RAPPEL)));
                    variables.put(
                            "taches",
                            lignes.stream()
                                    .map(ligne -> taches.get(ligne.tache()))
                                    .map(attendue -> Map.of(
                                            "nom", attendue.nom(),
                                            "avantLe", attendue.echeance(),
                                            "lien", courriers.lien(attendue, correspondant)))
                                    .toList());
                    return new CourrielAEnvoyer(
                            "rappel:" + jour + ":" + tache.dossier() + ":" + premiere.tache(),
                            tache.dossier(),
                            premiere.destinataire(),
                            premiere.modele(),
                            variables,
                            List.of());
                });
    }

    /** Somebody who reads weekly may have several lines for one task: the last one says it all. */
    private static Collection<Relances.Ligne> derniereParTache(List<Relances.Ligne> lignes) {
        Map<String, Relances.Ligne> dernieres = new LinkedHashMap<>();
        lignes.forEach(ligne ->
                dernieres.merge(ligne.tache(), ligne, (avant, apres) -> avant.id() > apres.id() ? avant : apres));
        return dernieres.values();
    }

    private Map<String, Object> entree(
            Relances.Ligne ligne, TacheSuivie tache, Map<String, String> noms, LocalDate jour) {
        Map<String, Object> entree = new HashMap<>();
        entree.put("nom", noms.getOrDefault(tache.tache(), tache.nom()));
        entree.put("avantLe", tache.echeance());
        entree.put("situation", situation(ligne, tache, jour));
        entree.put("lien", LienVersUneTache.versLaTache(adresse, tache.tache()));
        return entree;
    }

    private String situation(Relances.Ligne ligne, TacheSuivie tache, LocalDate jour) {
        return switch (ligne.nature()) {
            case RelancePrevue.AFFECTATION -> "vient de vous être confiée";
            case RelancePrevue.REMISE -> "remise à votre groupe, parce qu’elle a trop tardé";
            case RelancePrevue.ESCALADE_RESPONSABLE -> "en retard" + retard(tache, jour) + ", et personne ne l’a prise";
            case RelancePrevue.ESCALADE_GROUPE, RelancePrevue.ESCALADE_COMITE ->
                "pour information\u00a0: en retard" + retard(tache, jour);
            default -> tache.responsable() == null ? "à prendre par quelqu’un de votre groupe" : aFaire(tache, jour);
        };
    }

    private String aFaire(TacheSuivie tache, LocalDate jour) {
        return retardEnJours(tache, jour) > 0 ? "en retard" + retard(tache, jour) : "à faire bientôt";
    }

    private String retard(TacheSuivie tache, LocalDate jour) {
        int jours = retardEnJours(tache, jour);
        return jours <= 0 ? "" : " de " + jours + "\u00a0" + (jours == 1 ? "jour ouvré" : "jours ouvrés");
    }

    private int retardEnJours(TacheSuivie tache, LocalDate jour) {
        return tache.echeance() == null ? 0 : joursOuvres.retard(jour, tache.echeance(), tache.region());
    }

    /** As Tasklist shows them, with the name of the initiative. */
    private Map<String, String> nomsComplets(List<Relances.Ligne> lignes) {
        Map<String, String> noms = new HashMap<>();
        for (Task tache : taskService
                .createTaskQuery()
                .taskIdIn(lignes.stream().map(Relances.Ligne::tache).distinct().toArray(String[]::new))
                .list()) {
            noms.put(tache.getId(), tache.getName());
        }
        return noms;
    }
}

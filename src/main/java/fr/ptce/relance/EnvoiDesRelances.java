package fr.ptce.relance;

import fr.ptce.courriel.AdressesSuspendues;
import fr.ptce.courriel.CourrielAEnvoyer;
import fr.ptce.courriel.Courriels;
import fr.ptce.courriel.EnvoiImpossible;
import fr.ptce.moteur.Membres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a batch of reminders: one digest a person, one e-mail an address and dossier outside. What has become needless
 * since it was decided is left out. An e-mail that cannot leave holds no other one back.
 */
@Service
class EnvoiDesRelances {

    private final Relances relances;
    private final TachesSuivies suivies;
    private final TachesDues dues;
    private final Absences absences;
    private final Membres membres;
    private final ResumesDesTaches resumes;
    private final Courriels courriels;
    private final AdressesSuspendues adresses;
    private final TransactionTemplate aPart;

    EnvoiDesRelances(
            Relances relances,
            TachesSuivies suivies,
            TachesDues dues,
            Absences absences,
            Membres membres,
            ResumesDesTaches resumes,
            Courriels courriels,
            AdressesSuspendues adresses,
            PlatformTransactionManager transactions) {
        this.relances = relances;
        this.suivies = suivies;
        this.dues = dues;
        this.absences = absences;
        this.membres = membres;
        this.resumes = resumes;
        this.courriels = courriels;
        this.adresses = adresses;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends what a batch still has to send.
     *
     * @throws EnvoiImpossible when an e-mail could not leave, after all the others: call again
     */
    void envoyer(LocalDate jour, int lot) {
        List<Relances.Ligne> prevues = relances.duLot(jour, lot);
        Map<String, TacheSuivie> taches = suivies.parmi(taches(prevues));
        List<Relances.Ligne> lignes = aPart.execute(statut -> encoreUtiles(jour, prevues, taches));
        Map<String, Membres.Membre> personnes = membres.parId(lignes.stream()
                .filter(ligne -> !ligne.externe())
                .map(Relances.Ligne::destinataire)
                .collect(Collectors.toSet()));
        Map<String, List<Relances.Ligne>> parCle = new LinkedHashMap<>();
        List<CourrielAEnvoyer> messages = new ArrayList<>();
        parCourriel(lignes).values().forEach(unCourriel -> rediger(jour, unCourriel, taches, personnes)
                .ifPresentOrElse(
                        courriel -> {
                            messages.add(courriel);
                            parCle.put(courriel.cle(), unCourriel);
                        },
                        () -> aPart.executeWithoutResult(
                                statut -> relances.annuler(unCourriel, "Cette personne n’a pas d’adresse."))));
        List<EnvoiImpossible> echecs = courriels.envoyerTous(messages);
        echecs.forEach(echec -> parCle.remove(echec.cle()));
        Set<String> suspendues = adresses.parmi(
                messages.stream().map(CourrielAEnvoyer::destinataire).toList());
        messages.stream()
                .filter(message -> parCle.containsKey(message.cle()))
                .forEach(message -> conclure(parCle.get(message.cle()), suspendues.contains(message.destinataire())));
        if (!echecs.isEmpty()) {
            throw echecs.get(0);
        }
    }

    /** What was not sent to a suspended address counts as no reminder; the ledger has told a pilot. */
    private void conclure(List<Relances.Ligne> lignes, boolean suspendue) {
        aPart.executeWithoutResult(statut -> {
            if (suspendue) {
                relances.annuler(lignes, "L’adresse est suspendue.");
            } else {
                relances.marquerEnvoyees(lignes);
                suivies.noterLAnnonce(annoncees(lignes));
            }
        });
    }

    private Optional<CourrielAEnvoyer> rediger(
            LocalDate jour,
            List<Relances.Ligne> lignes,
            Map<String, TacheSuivie> taches,
            Map<String, Membres.Membre> personnes) {
        Relances.Ligne premiere = lignes.get(0);
        return premiere.externe()
                ? resumes.pourLExterieur(jour, lignes, taches)
                : Optional.ofNullable(personnes.get(premiere.destinataire()))
                        .map(personne -> resumes.pour(personne, jour, lignes, taches));
    }

    /** One e-mail a person; outside, one an address and dossier. */
    private static Map<String, List<Relances.Ligne>> parCourriel(List<Relances.Ligne> lignes) {
        return lignes.stream()
                .collect(Collectors.groupingBy(
                        ligne -> ligne.externe() ? ligne.destinataire() + " " + ligne.dossier() : ligne.destinataire(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private List<Relances.Ligne> encoreUtiles(
            LocalDate jour, List<Relances.Ligne> lignes, Map<String, TacheSuivie> ouvertes) {
        Set<String> actives = dues.actives(ouvertes.keySet());
        Set<String> parties = absences.parmi(
                lignes.stream()
                        .filter(ligne -> !ligne.externe())
                        .map(Relances.Ligne::destinataire)
                        .collect(Collectors.toSet()),
                jour);
        Map<String, List<Relances.Ligne>> inutiles = new HashMap<>();
        List<Relances.Ligne> utiles = new ArrayList<>();
        for (Relances.Ligne ligne : lignes) {
            String raison = raison(ligne, ouvertes.get(ligne.tache()), actives, parties);
            (raison == null ? utiles : inutiles.computeIfAbsent(raison, cle -> new ArrayList<>())).add(ligne);
        }
        inutiles.forEach((raison, annulees) -> relances.annuler(annulees, raison));
        return utiles;
    }

    /** Why a reminder is needless by now; null when it is not. */
    private static String raison(Relances.Ligne ligne, TacheSuivie tache, Set<String> actives, Set<String> parties) {
        if (tache == null) {
            return "La tâche est terminée.";
        }
        if (!actives.contains(ligne.tache())) {
            return "Le dossier est suspendu.";
        }
        if (!ligne.externe() && parties.contains(ligne.destinataire())) {
            return "La personne est absente.";
        }
        boolean pourQuiLaFait = !ligne.externe() && !ligne.nature().startsWith(RelancePrevue.ESCALADE);
        if (pourQuiLaFait && tache.responsable() != null && !tache.responsable().equals(ligne.destinataire())) {
            return "Quelqu’un d’autre a pris la tâche.";
        }
        return null;
    }

    private static List<String> annoncees(Collection<Relances.Ligne> lignes) {
        return lignes.stream()
                .filter(ligne -> ligne.nature().equals(RelancePrevue.AFFECTATION))
                .map(Relances.Ligne::tache)
                .toList();
    }

    private static List<String> taches(Collection<Relances.Ligne> lignes) {
        return lignes.stream().map(Relances.Ligne::tache).distinct().toList();
    }
}

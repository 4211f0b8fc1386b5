package fr.ptce.accompagnement;

import fr.ptce.accompagnement.AccompagnementProjetProcess.Messages;
import fr.ptce.accompagnement.AccompagnementProjetProcess.Variables;
import fr.ptce.accompagnement.Missions.Proposee;
import fr.ptce.accompagnement.Seances.Seance;
import fr.ptce.annuaire.Journal;
import fr.ptce.base.HeureDeParis;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.formulaire.ValeursLues;
import fr.ptce.moteur.Agent;
import fr.ptce.portail.ActionImpossible;
import fr.ptce.relance.JoursOuvres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an accompanied project: the tasks of {@code accompagnement-projet.bpmn} hand their answers to it,
 * checked against their forms by then, and the page of the project asks it to suspend, change or stop.
 */
@Service
class ConduiteDuProjet {

    private static final String NATURE = "accompagnement";

    /** When nobody says until when an accompaniment is suspended. */
    private static final int REPRISE_EN_JOURS_OUVRES = 20;

    private final ProjetsAccompagnes projets;
    private final Missions missions;
    private final Seances seances;
    private final Accompagnateurs accompagnateurs;
    private final RecensementDesAccompagnateurs recensement;
    private final AccompagnementProjetProcess processus;
    private final Journal journal;
    private final JoursOuvres joursOuvres;
    private final Clock horloge;

    ConduiteDuProjet(
            ProjetsAccompagnes projets,
            Missions missions,
            Seances seances,
            Accompagnateurs accompagnateurs,
            RecensementDesAccompagnateurs recensement,
            AccompagnementProjetProcess processus,
            Journal journal,
            JoursOuvres joursOuvres,
            Clock horloge) {
        this.projets = projets;
        this.missions = missions;
        this.seances = seances;
        this.accompagnateurs = accompagnateurs;
        this.recensement = recensement;
        this.processus = processus;
        this.journal = journal;
        this.joursOuvres = joursOuvres;
        this.horloge = horloge;
    }

    /**
     * Offers the mission to the chosen one.
     *
     * @return account of the chosen one
     * @throws SoumissionRefusee when that person has left or has no free place any more
     */
    @Transactional
    String affecter(long id, ValeursLues saisie, String par) {
        ProjetAccompagne projet = projets.verrouiller(id);
        long choisi = saisie.entier("accompagnateur");
        Accompagnateur accompagnateur = accompagnateurs
                .verrouiller(choisi)
                .filter(trouve -> trouve.etat() == EtatAccompagnateur.INSCRIT)
                .orElseThrow(() -> new SoumissionRefusee(
                        "accompagnateur",
                        "Accompagnateur",
                        "Cette personne a quitté le programme. Cherchez de nouveau."));
        if (missions.enCours(choisi) >= accompagnateur.fiche().capacite()) {
            throw new SoumissionRefusee(
                    "accompagnateur",
                    "Accompagnateur",
                    "Cette personne n’a plus de place\u00a0: une autre mission vient de lui être proposée. Choisissez quelqu’un"
                            + " d’autre, ou cherchez de nouveau.");
        }
        boolean conseille = conseille(id)
                .filter(propose -> propose.accompagnateur() == choisi)
                .isPresent();
        String motif = conseille ? null : saisie.texte("motif_ecart");
        missions.proposer(id, choisi, motif, par);
        recensement.etendre(accompagnateur, projet.region());
        consigner(
                projet,
                par,
                "Mission proposée à " + accompagnateur.fiche().nomComplet()
                        + (motif == null ? "." : "\u00a0: " + motif));
        return accompagnateur.compte();
    }

    /** The one whom the best distribution over all projects gives to this one. */
    Optional<Proposee> conseille(long projet) {
        return missions.propositions(projet).stream()
                .filter(Proposee::conseillee)
                .findFirst();
    }

    /** {@return whether the mission is accepted} */
    @Transactional
    boolean repondreALaMission(long id, ValeursLues saisie, String par) {
        ProjetAccompagne projet = projets.lire(id);
        if (saisie.est("mission", "oui")) {
            missions.accepter(id);
            consigner(projet, par, "Mission acceptée par " + projet.nomDeLAccompagnateur() + ".");
            return true;
        }
        String motif = saisie.texte("motif_refus_mission");
        missions.finir(id, EtatDeMission.DECLINEE, motif);
        consigner(projet, par, "Mission déclinée par " + projet.nomDeLAccompagnateur() + "\u00a0: " + motif);
        return false;
    }

    /** @throws SoumissionRefusee when the meeting is yet to come */
    @Transactional
    void diagnostiquer(long id, ValeursLues saisie, String par) {
        LocalDate le = passe(saisie, "diagnostic_le", "Date de la rencontre");
        projets.diagnostic(
                id,
                le,
                saisie.texte("diagnostic_forces"),
                saisie.texte("diagnostic_freins"),
                saisie.texte("diagnostic_priorites"));
        consigner(projets.lire(id), par, "Diagnostic partagé établi.");
    }

    void planifier(long id, ValeursLues saisie) {
        projets.plan(
                id,
                saisie.texte("plan_objectifs"),
                saisie.texte("plan_parties_prenantes"),
                saisie.entier("seances_prevues"));
    }

    /** {@return whether sessions may begin} */
    @Transactional
    boolean validerLePlan(long id, ValeursLues saisie, String par) {
        if (saisie.est("plan_valide", "oui")) {
            projets.validerLePlan(id, par);
            consigner(projets.lire(id), par, "Plan d’accompagnement validé.");
            return true;
        }
        projets.renvoyerLePlan(id, saisie.texte("plan_remarque"));
        return false;
    }

    /**
     * Keeps the report of a session.
     *
     * @return whether it was the last one
     * @throws SoumissionRefusee when the session is yet to come
     */
    @Transactional
    boolean rendreCompte(long id, ValeursLues saisie, String par) {
        ProjetAccompagne projet = projets.lire(id);
        LocalDate le = passe(saisie, "seance_le", "Date de la séance");
        seances.consigner(
                id,
                projet.accompagnateur(),
                new Seance(
                        0,
                        le,
                        saisie.entier("duree_minutes"),
                        projet.nomDeLAccompagnateur(),
                        saisie.texte("participants"),
                        saisie.texte("decisions"),
                        saisie.texte("suite")),
                par);
        consigner(projet, par, "Séance du " + le.getDayOfMonth() + "/" + le.getMonthValue() + "/" + le.getYear() + ".");
        return saisie.est("derniere_seance", "oui");
    }

    private LocalDate passe(ValeursLues saisie, String champ, String libelle) {
        LocalDate jour = saisie.jour(champ);
        if (jour.isAfter(HeureDeParis.aujourdhui(horloge))) {
            throw new SoumissionRefusee(champ, libelle, "Indiquez une date passée, ou celle d’aujourd’hui.");
        }
        return jour;
    }

    /** The place of the accompagnateur is free again from now on. */
    @Transactional
    void dresserLeBilan(long id, ValeursLues saisie, String par) {
        projets.bilan(id, saisie.texte("bilan_resultats"), saisie.texte("bilan_reste"), saisie.texte("bilan_methode"));
        missions.finir(id, EtatDeMission.TERMINEE, null);
        consigner(projets.lire(id), par, "Bilan de l’accompagnement dressé.");
    }

    void reveiller(long id, ValeursLues saisie, String par) {
        consigner(projets.lire(id), par, "Projet en sommeil\u00a0: " + saisie.texte("reveil"));
    }

    void reprendre(long id, ValeursLues saisie, String par) {
        consigner(projets.lire(id), par, "Accompagnement repris\u00a0: " + saisie.texte("reprise"));
    }

    @Transactional
    void recevoirLAvis(long id, ValeursLues saisie, String par) {
        projets.avis(id, saisie.entier("satisfaction"), saisie.texte("avis_apports"), saisie.texte("avis_manques"));
        consigner(projets.lire(id), par, "Avis du porteur reçu.");
    }

    void clore(long id, ValeursLues saisie, String par) {
        projets.conclure(id, saisie.texte("conclusion"), par);
        consigner(projets.lire(id), par, "Accompagnement clos.");
    }

    /** The initiative has left the programme without anybody stopping its accompaniment, or a pilot has stopped it. */
    @Transactional
    void constaterLArret(long id) {
        String motif = projets.lire(id).motifArret();
        if (motif == null) {
            motif = "L’initiative s’est retirée du programme.";
            projets.arreter(id, motif, null);
        }
        missions.finir(id, EtatDeMission.INTERROMPUE, motif);
    }

    /**
     * Suspends the work until a pilot takes it up again.
     *
     * @param repriseLe when this should be; null when nobody knows
     * @throws ActionImpossible when nobody is at work, it is suspended already, or the day is not to come
     */
    @Transactional
    void suspendre(Agent agent, long id, String motif, LocalDate repriseLe) {
        if (repriseLe != null && !repriseLe.isAfter(HeureDeParis.aujourdhui(horloge))) {
            throw new ActionImpossible("Choisissez une date de reprise à venir, ou laissez-la vide.");
        }
        ProjetAccompagne projet = exigerEnMission(id, "suspendu");
        Map<String, Object> variables = new HashMap<>();
        variables.put(
                Variables.REPRISE_LE,
                repriseLe == null
                        ? joursOuvres.echeance(REPRISE_EN_JOURS_OUVRES, projet.region())
                        : JoursOuvres.finDeJournee(repriseLe));
        envoyer(projet, Messages.SUSPENSION, variables);
        consigner(projet, agent.id(), "Accompagnement suspendu\u00a0: " + motif);
    }

    /**
     * Takes the mission from its accompagnateur; what was written stays and the next one goes on from there.
     *
     * @throws ActionImpossible when nobody is at work
     */
    @Transactional
    void changerDAccompagnateur(Agent agent, long id, String motif) {
        ProjetAccompagne projet = exigerEnMission(id, "confié à quelqu’un d’autre");
        missions.finir(id, EtatDeMission.REMPLACEE, motif);
        envoyer(projet, Messages.CHANGEMENT, Map.of());
        consigner(projet, agent.id(), "Changement d’accompagnateur\u00a0: " + motif);
    }

    /**
     * Stops the accompaniment for good.
     *
     * @throws ActionImpossible when it is over
     */
    @Transactional
    void arreter(Agent agent, long id, String motif) {
        ProjetAccompagne projet = projets.verrouiller(id);
        if (projet.etat().fini() || projet.motifArret() != null) {
            throw new ActionImpossible("Cet accompagnement est déjà terminé.");
        }
        projets.arreter(id, motif, agent.id());
        envoyer(projet, Messages.ABANDON, Map.of());
        consigner(projet, agent.id(), "Accompagnement arrêté\u00a0: " + motif);
    }

    private ProjetAccompagne exigerEnMission(long id, String participe) {
        ProjetAccompagne projet = projets.verrouiller(id);
        if (!projet.etat().enMission()) {
            throw new ActionImpossible("Cet accompagnement ne peut pas être " + participe
                    + "\u00a0: il en est à «\u00a0" + projet.etat().libelle() + "\u00a0».");
        }
        return projet;
    }

    private void envoyer(ProjetAccompagne projet, String message, Map<String, Object> variables) {
        if (projet.instance() == null || !processus.envoyer(projet.instance(), message, variables)) {
            throw new ActionImpossible(
                    "L’accompagnement passe d’une étape à l’autre. Réessayez dans un instant\u00a0; rien n’a été changé.");
        }
    }

    private void consigner(ProjetAccompagne projet, String par, String evenement) {
        journal.consigner(projet.initiative(), NATURE, par, evenement);
    }
}

package fr.ptce.relance;

import fr.ptce.annuaire.Groupes;
import fr.ptce.base.HeureDeParis;
import fr.ptce.formulaire.ErreurDeChamp;
import fr.ptce.formulaire.SoumissionRefusee;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.AuNomDeLApplication;
import fr.ptce.moteur.Membres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares and cancels absences. Everybody does it for themselves; a pilot for the members of their groups; the
 * committee and administrators for every agent.
 */
@Service
class GestionDesAbsences {

    private static final List<String> ROLES =
            List.of(Groupes.PILOTES, Groupes.COMITE, Groupes.ACCOMPAGNATEURS, Groupes.REDACTEURS);

    private final Absences absences;
    private final Membres membres;
    private final RuntimeService runtimeService;
    private final AuNomDeLApplication application;
    private final Clock horloge;

    GestionDesAbsences(
            Absences absences,
            Membres membres,
            RuntimeService runtimeService,
            AuNomDeLApplication application,
            Clock horloge) {
        this.absences = absences;
        this.membres = membres;
        this.runtimeService = runtimeService;
        this.application = application;
        this.horloge = horloge;
    }

    /** People whose absences the agent may declare, by id; always themselves. */
    Map<String, String> personnes(Agent agent) {
        return membres(agent, groupesGeres(agent));
    }

    /** People who may replace somebody whose absence the agent declares, by id. */
    Map<String, String> remplacants(Agent agent) {
        return membres(agent, agent.decide() ? ROLES : sesGroupes(agent));
    }

    private Map<String, String> membres(Agent agent, List<String> groupes) {
        Map<String, String> personnes = new TreeMap<>();
        groupes.forEach(groupe -> membres.duGroupe(groupe).forEach(membre -> personnes.put(membre.id(), membre.nom())));
        membres.parId(List.of(agent.id())).values().forEach(moi -> personnes.put(moi.id(), moi.nom()));
        personnes.putIfAbsent(agent.id(), agent.id());
        return personnes;
    }

    /** Absences of these people that are not over. */
    List<Absence> aVenir(Agent agent) {
        return absences.aVenir(personnes(agent).keySet(), aujourdhui());
    }

    /**
     * Declares an absence and starts its process.
     *
     * @param remplacant null or blank: the tasks go back to their group
     * @throws SoumissionRefusee with an error for each field that is wrong; nothing has changed
     */
    @Transactional
    void declarer(Agent agent, String personne, LocalDate du, LocalDate au, String remplacant, boolean retour) {
        String suppleant = remplacant == null || remplacant.isBlank() ? null : remplacant;
        List<ErreurDeChamp> erreurs = new ArrayList<>();
        if (!personnes(agent).containsKey(personne)) {
            erreurs.add(new ErreurDeChamp("personne", "Personne", "Choisissez une personne de la liste."));
        }
        verifierLesDates(personne, du, au, erreurs);
        if (suppleant != null && erreurs.isEmpty()) {
            verifierLeRemplacant(agent, personne, suppleant, du, au, erreurs);
        }
        if (!erreurs.isEmpty()) {
            throw new SoumissionRefusee(erreurs);
        }
        long id = absences.inscrire(personne, du, au, suppleant, retour, agent.id());
        application.faire(() -> runtimeService.startProcessInstanceByKey(
                AbsenceProcess.CLE,
                AbsenceProcess.reference(id),
                Map.of(
                        AbsenceProcess.ABSENCE,
                        id,
                        AbsenceProcess.DEBUT,
                        debut(du),
                        AbsenceProcess.FIN,
                        debut(au.plusDays(1)),
                        AbsenceProcess.RETOUR,
                        retour)));
    }

    /**
     * Cancels an absence: what it moved comes back.
     *
     * @throws NoSuchElementException when there is none, or the agent may not cancel it
     */
    @Transactional
    void annuler(Agent agent, long id) {
        Absence absence = absences.lire(id)
                .filter(trouvee -> personnes(agent).containsKey(trouvee.personne()))
                .orElseThrow();
        absences.annuler(absence.id());
        application.faire(() -> {
            runtimeService
                    .createMessageCorrelation(AbsenceProcess.ABSENCE_ANNULEE)
                    .processInstanceBusinessKey(AbsenceProcess.reference(id))
                    .correlateAll();
            return null;
        });
    }

    private void verifierLesDates(String personne, LocalDate du, LocalDate au, List<ErreurDeChamp> erreurs) {
        if (du == null || du.isBefore(aujourdhui())) {
            erreurs.add(new ErreurDeChamp("du", "Premier jour", "Indiquez une date à partir d’aujourd’hui."));
        } else if (au == null || au.isBefore(du)) {
            erreurs.add(
                    new ErreurDeChamp("au", "Dernier jour", "Indiquez une date égale ou postérieure au premier jour."));
        } else if (!absences.entre(personne, du, au).isEmpty()) {
            erreurs.add(
                    new ErreurDeChamp("du", "Premier jour", "Une autre absence est déjà déclarée sur cette période."));
        } else if (!absences.remplaceesPar(personne, du, au).isEmpty()) {
            erreurs.add(new ErreurDeChamp(
                    "personne",
                    "Personne",
                    "Cette personne remplace quelqu’un sur cette période\u00a0: changez d’abord ce remplacement."));
        }
    }

    private void verifierLeRemplacant(
            Agent agent, String personne, String remplacant, LocalDate du, LocalDate au, List<ErreurDeChamp> erreurs) {
        if (remplacant.equals(personne)) {
            erreurs.add(new ErreurDeChamp("remplacant", "Remplaçant", "Choisissez quelqu’un d’autre."));
        } else if (!remplacants(agent).containsKey(remplacant)) {
            erreurs.add(new ErreurDeChamp("remplacant", "Remplaçant", "Choisissez une personne de la liste."));
        } else if (!absences.entre(remplacant, du, au).isEmpty()) {
            erreurs.add(new ErreurDeChamp(
                    "remplacant", "Remplaçant", "Cette personne est elle-même absente sur cette période."));
        }
    }

    private static List<String> groupesGeres(Agent agent) {
        if (agent.decide()) {
            return ROLES;
        }
        return agent.estDans(Groupes.PILOTES) ? sesGroupes(agent) : List.of();
    }

    /** The groups in which people know one another; a regional pilot also looks after the accompagnateurs of the region. */
    private static List<String> sesGroupes(Agent agent) {
        return agent.groupes().stream()
                .filter(groupe -> !ROLES.contains(groupe))
                .flatMap(groupe -> Stream.of(groupe, groupe.replace("pilotes-", "accompagnateurs-")))
                .distinct()
                .toList();
    }

    private LocalDate aujourdhui() {
        return LocalDate.now(horloge);
    }

    private static Date debut(LocalDate jour) {
        return Date.from(jour.atStartOfDay(HeureDeParis.ZONE).toInstant());
    }
}

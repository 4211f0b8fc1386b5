package fr.ptce.relance;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Membres;
import fr.ptce.portail.Lien;
import fr.ptce.portail.LienEtabli;
import fr.ptce.portail.Liens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses by which calendars read due dates: one of somebody's own, one for each region that they follow.
 * What an address gives follows the rights that its owner has when it is read, not those of the day it was made.
 */
@Service
class Agendas {

    /** Somebody's address; {@code region} is null for their own due dates. */
    record Agenda(Agent agent, String region) {}

    private static final Duration VALIDITE = Duration.ofDays(5 * 365);

    private final Liens liens;
    private final Membres membres;
    private final Clock horloge;

    Agendas(Liens liens, Membres membres, Clock horloge) {
        this.liens = liens;
        this.membres = membres;
        this.horloge = horloge;
    }

    /** The valid addresses of an agent, without what is secret in them. */
    List<LienEtabli> de(Agent agent) {
        return liens.duDossier(proprietaire(agent)).stream()
                .filter(lien -> lien.revoqueLe() == null && lien.expireLe().isAfter(horloge.instant()))
                .toList();
    }

    /**
     * Makes an address; the one before stops working.
     *
     * @param region null for the agent's own due dates
     * @return the address, which cannot be had a second time
     */
    @Transactional
    String creer(Agent agent, String region) {
        supprimer(agent, region);
        return liens.creer(
                        proprietaire(agent),
                        agent.id(),
                        Liens.AGENDA,
                        region,
                        horloge.instant().plus(VALIDITE))
                + ".ics";
    }

    @Transactional
    void supprimer(Agent agent, String region) {
        de(agent).stream()
                .filter(lien -> Objects.equals(lien.cible(), region))
                .forEach(lien -> liens.revoquer(lien.id()));
    }

    /** What an address opens; empty when it is not valid, or its owner has lost their account or the region. */
    Optional<Agenda> ouvrir(String jeton) {
        return liens.resoudre(Liens.AGENDA, jeton)
                .flatMap(this::agenda)
                .filter(agenda -> agenda.region() == null || suit(agenda.agent(), agenda.region()));
    }

    private Optional<Agenda> agenda(Lien lien) {
        return membres.agent(lien.adresse()).map(agent -> new Agenda(agent, lien.cible()));
    }

    /** The due dates of a region are for those who see all of its tasks. */
    static boolean suit(Agent agent, String region) {
        return agent.pilote() && agent.suit(region);
    }

    private static String proprietaire(Agent agent) {
        return "agenda:" + agent.id();
    }
}

package fr.ptce.moteur.securite;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;
import java.util.function.Predicate;

/**
 * Whom a door may be open to ({@link OuvertA}). Administrators are among all of them. Which regions and dossiers somebody
 * then meets is for the page to say.
 */
public enum Visiteur {
    /** Anybody, on a path of {@link CheminsPublics}. */
    TOUS(agent -> true),

    /** Whoever knows the address: it holds a token, which the controller looks up. On a path of {@link CheminsPublics}. */
    LIEN(agent -> true),

    /** Every account. */
    AGENTS(agent -> true),

    /** Rédacteurs, pilots and the committee. */
    REDACTEURS(agent -> agent.estDans(Groupes.REDACTEURS) || agent.pilote()),

    /** Pilots and the committee. */
    PILOTES(Agent::pilote),

    /** Pilots, without the committee. */
    PILOTES_SEULS(agent -> agent.estDans(Groupes.PILOTES) || agent.estDans(Groupes.ADMINISTRATION)),

    /** The pilots of no region, national and of the networks, without the committee. */
    PILOTES_DU_PAYS(agent -> PILOTES_SEULS.admet(agent) && agent.suit(Regions.FRANCE)),

    /** National pilots and the committee. */
    PILOTES_NATIONAUX(agent -> agent.decide() || agent.estDans(Groupes.PILOTES_NATIONAUX)),

    /** The committee. */
    COMITE(Agent::decide);

    private final Predicate<Agent> regle;

    Visiteur(Predicate<Agent> regle) {
        this.regle = regle;
    }

    /** @param agent who is logged in, null when nobody is */
    public boolean admet(Agent agent) {
        return this == TOUS || this == LIEN || (agent != null && regle.test(agent));
    }
}

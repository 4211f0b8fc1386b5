package fr.ptce.moteur.securite;

import fr.ptce.annuaire.Groupes;
import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;

/**
 * Whom a door may be open to ({@link OuvertA}). Administrators are among all of them. Which regions and dossiers somebody
 * then meets is for the page to say.
 */
public enum Visiteur {
    /** Anybody, on a path of {@link CheminsPublics}. */
    TOUS,

    /** Whoever knows the address: it holds a token, which the controller looks up. On a path of {@link CheminsPublics}. */
    LIEN,

    /** Every account. */
    AGENTS,

    /** Rédacteurs, pilots and the committee. */
    REDACTEURS,

    /** Pilots and the committee. */
    PILOTES,

    /** Pilots, without the committee. */
    PILOTES_SEULS,

    /** The pilots of no region, national and of the networks, without the committee. */
    PILOTES_DU_PAYS,

    /** National pilots and the committee. */
    PILOTES_NATIONAUX,

    /** The committee. */
    COMITE;

    /**
     * Whether this door is open to somebody.
     *
     * @param agent who is logged in, null when nobody is
     */
    public boolean admet(Agent agent) {
        if (agent == null) {
            return this == TOUS || this == LIEN;
        }
        return switch (this) {
            case TOUS, LIEN, AGENTS -> true;
            case REDACTEURS -> agent.estDans(Groupes.REDACTEURS) || agent.pilote();
            case PILOTES -> agent.pilote();
            case PILOTES_SEULS -> agent.estDans(Groupes.PILOTES) || agent.estDans(Groupes.ADMINISTRATION);
            case PILOTES_DU_PAYS -> PILOTES_SEULS.admet(agent) && agent.suit(Regions.FRANCE);
            case PILOTES_NATIONAUX -> agent.decide() || agent.estDans(Groupes.PILOTES_NATIONAUX);
            case COMITE -> agent.decide();
        };
    }
}

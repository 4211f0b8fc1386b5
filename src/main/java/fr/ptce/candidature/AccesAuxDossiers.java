package fr.ptce.candidature;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which dossiers an agent meets: those of their territories, all of them for an administrator, never one on which they
 * declared a conflict of interest. Everything that the pilots' pages show passes here first.
 */
@Component
class AccesAuxDossiers {

    /**
     * A condition on the table {@code dossier d}, to be put after a {@code where}, and its parameters.
     *
     * @param condition SQL, never empty
     */
    record Portee(String condition, Map<String, Object> parametres) {}

    private final Dossiers dossiers;
    private final Evaluations evaluations;

    AccesAuxDossiers(Dossiers dossiers, Evaluations evaluations) {
        this.dossiers = dossiers;
        this.evaluations = evaluations;
    }

    /** The dossiers that an agent meets. */
    static Portee portee(Agent agent) {
        Perimetre perimetre = Perimetre.sur("d.region", agent);
        Map<String, Object> parametres = new HashMap<>(perimetre.parametres());
        parametres.put("agent", agent.id());
        String condition = "not exists (select 1 from conflit_interets conflit"
                + " where conflit.dossier = d.numero and conflit.utilisateur = :agent)";
        return new Portee(condition + " and " + perimetre.condition(), parametres);
    }

    /**
     * Reads a dossier for an agent.
     *
     * @throws DossierInconnu when there is none, or it is not theirs: from outside both look the same
     */
    Dossier ouvrir(Agent agent, String numero) {
        Dossier dossier = dossiers.lire(numero);
        if (!rencontre(agent, dossier)) {
            throw new DossierInconnu(numero);
        }
        return dossier;
    }

    /** Whether the agent meets this dossier. */
    boolean rencontre(Agent agent, Dossier dossier) {
        return agent.suit(dossier.region()) && !evaluations.enConflit(dossier.numero(), agent.id());
    }
}

package fr.ptce.pilotage;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What of each table an agent meets and a filter leaves, as SQL. A figure and the list behind it use the same one, so that
 * they never differ.
 */
@Component
class CritereDuSuivi {

    /**
     * A condition, to be put after a {@code where}, and its parameters.
     *
     * @param condition SQL, never empty
     */
    record Critere(String condition, Map<String, Object> parametres) {}

    /** SQL, after the number of a dossier. */
    static final String EN_CONFLIT =
            " in (select conflit.dossier from conflit_interets conflit where conflit.utilisateur = :agent)";

    private static final String SANS_CONFLIT = " not" + EN_CONFLIT;

    /** On {@code accompagnement_projet p}, with the parameters of {@link #experimentation}. */
    static final String PROJET_SANS_CONFLIT = "p.initiative" + SANS_CONFLIT;

    private final Regions regions;

    CritereDuSuivi(Regions regions) {
        this.regions = regions;
    }

    /** On {@code dossier d}, whenever it was filed. */
    Critere dossiers(Agent agent, FiltreDuSuivi filtre) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = region(agent, filtre, "d.region", parametres)
                + duDossier(filtre, parametres)
                + sansConflit(agent, "d.numero", parametres);
        return new Critere(condition, parametres);
    }

    /** On {@code tache_suivie t}. A task of no region is everybody's; with a call or a theme, those of its dossiers. */
    Critere taches(Agent agent, FiltreDuSuivi filtre) {
        Map<String, Object> parametres = new HashMap<>();
        String sansRegion = filtre.region() == null ? "t.region is null or " : "";
        String condition = "(" + sansRegion + region(agent, filtre, "t.region", parametres) + ")"
                + deCeDossier(filtre, "t.dossier", parametres)
                + sansConflit(agent, "coalesce(t.dossier, '-')", parametres);
        return new Critere(condition, parametres);
    }

    /** On {@code etape_franchie f}, whatever the month. */
    Critere etapes(Agent agent, FiltreDuSuivi filtre) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = sommes(agent, filtre, parametres) + " and "
                + ClotureDesChiffres.duTheme("f.themes", theme(filtre, parametres))
                + sansConflit(agent, "coalesce(f.dossier, '-')", parametres);
        return new Critere(condition, parametres);
    }

    /**
     * On {@code f}, rows of a table of sums. They hold dossiers on which the agent has a conflict of interest too, which
     * {@link #EN_CONFLIT} finds one by one.
     */
    Critere sommes(Agent agent, FiltreDuSuivi filtre) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = sommes(agent, filtre, parametres);
        theme(filtre, parametres);
        if (partout(agent) && filtre.surTousLesDossiers()) {
            parametres.put("theme", ClotureDesChiffres.ENSEMBLE);
        }
        parametres.put("agent", agent.id());
        return new Critere(condition, parametres);
    }

    private boolean partout(Agent agent) {
        return regions.toutes().stream().map(Region::code).allMatch(agent::suit);
    }

    /** On {@code courriel c left join dossier d}; an e-mail about no dossier counts for the whole country. */
    Critere courriels(Agent agent, FiltreDuSuivi filtre) {
        return courriels(agent, filtre, "coalesce(c.dossier, '-')" + SANS_CONFLIT);
    }

    /** On the same, those of dossiers on which the agent has a conflict of interest. */
    Critere courrielsEnConflit(Agent agent, FiltreDuSuivi filtre) {
        return courriels(agent, filtre, "c.dossier" + EN_CONFLIT);
    }

    private Critere courriels(Agent agent, FiltreDuSuivi filtre, String conflit) {
        Map<String, Object> parametres = new HashMap<>();
        parametres.put("agent", agent.id());
        String condition = region(agent, filtre, "coalesce(d.region, 'FR')", parametres) + duDossier(filtre, parametres)
                + " and " + conflit;
        return new Critere(condition, parametres);
    }

    /** On {@code monographie m}. */
    Critere monographies(Agent agent, FiltreDuSuivi filtre) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = region(agent, filtre, "m.region", parametres)
                + deCeDossier(filtre, "m.initiative", parametres)
                + sansConflit(agent, "m.initiative", parametres);
        return new Critere(condition, parametres);
    }

    /** On {@code accompagnement_regional r}: a region and a year know no call and no theme. */
    Critere experimentation(Agent agent, FiltreDuSuivi filtre) {
        Map<String, Object> parametres = new HashMap<>();
        parametres.put("agent", agent.id());
        return new Critere(region(agent, filtre, "r.region", parametres), parametres);
    }

    /** The theme whose sums are read; never null. */
    static String theme(FiltreDuSuivi filtre) {
        return filtre.theme() == null ? ClotureDesChiffres.TOUS_LES_THEMES : filtre.theme();
    }

    private static String theme(FiltreDuSuivi filtre, Map<String, Object> parametres) {
        parametres.put("theme", theme(filtre));
        parametres.put("motif", "%," + theme(filtre) + ",%");
        return theme(filtre);
    }

    private String sommes(Agent agent, FiltreDuSuivi filtre, Map<String, Object> parametres) {
        return region(agent, filtre, "f.region", parametres) + campagne(filtre, "f.campagne", parametres);
    }

    private String region(Agent agent, FiltreDuSuivi filtre, String colonne, Map<String, Object> parametres) {
        Perimetre perimetre = Perimetre.sur(colonne, agent);
        // Whoever follows all regions need not have each row compared with each of them.
        String siennes = partout(agent) ? "1 = 1" : perimetre.condition();
        parametres.putAll(perimetre.parametres());
        if (filtre.region() == null) {
            return siennes;
        }
        parametres.put("regions", regions.codesDans(filtre.decoupage(), filtre.region()));
        return siennes + " and " + colonne + " in (:regions)";
    }

    private static String campagne(FiltreDuSuivi filtre, String colonne, Map<String, Object> parametres) {
        if (filtre.campagne() == null) {
            return "";
        }
        parametres.put("campagne", filtre.campagne());
        return " and " + colonne + " = :campagne";
    }

    private static String duDossier(FiltreDuSuivi filtre, Map<String, Object> parametres) {
        String condition = campagne(filtre, "d.campagne", parametres);
        return filtre.theme() == null
                ? condition
                : condition + " and "
                        + ClotureDesChiffres.duTheme(
                                "',' || coalesce(nullif(d.themes, '') || ',', '')", theme(filtre, parametres));
    }

    private static String deCeDossier(FiltreDuSuivi filtre, String numero, Map<String, Object> parametres) {
        String condition = duDossier(filtre, parametres);
        return condition.isEmpty()
                ? ""
                : " and exists (select 1 from dossier d where d.numero = " + numero + condition + ")";
    }

    private static String sansConflit(Agent agent, String numero, Map<String, Object> parametres) {
        parametres.put("agent", agent.id());
        return " and " + numero + SANS_CONFLIT;
    }
}

package fr.ptce.besoins;

import fr.ptce.annuaire.Regions;
import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A search as SQL: what all statements of the census and of its lists have in common.
 *
 * @param suite from {@code from} on, over {@code initiative i} and its current {@code questionnaire q}, which may be
 *     absent
 */
record CritereDeBesoins(String suite, Map<String, Object> parametres) {

    private static final String TABLES =
            " from initiative i left join questionnaire q on q.initiative = i.numero and q.courant";

    /** The initiatives of the census that the agent meets: call, region, theme and stage. */
    static CritereDeBesoins duRecensement(
            Agent agent, RechercheDeBesoins recherche, Regions regions, String jointures) {
        Perimetre perimetre = Perimetre.sur("i.region", agent);
        Map<String, Object> parametres = new HashMap<>(perimetre.parametres());
        StringBuilder suite =
                new StringBuilder(TABLES).append(jointures).append(" where ").append(perimetre.condition());
        si(suite, parametres, " and i.campagne = :campagne", "campagne", recherche.campagne());
        si(suite, parametres, " and q.stade = :stade", "stade", recherche.stade());
        if (recherche.region() != null) {
            si(
                    suite,
                    parametres,
                    " and i.region in (:regions)",
                    "regions",
                    regions.codesDans(recherche.decoupage(), recherche.region()));
        }
        if (RechercheDeBesoins.SANS_THEME.equals(recherche.theme())) {
            suite.append(" and not exists (select 1 from initiative_theme a where a.initiative = i.numero)");
        } else {
            si(
                    suite,
                    parametres,
                    " and exists (select 1 from initiative_theme a where a.initiative = i.numero and a.theme = :theme)",
                    "theme",
                    recherche.theme());
        }
        return new CritereDeBesoins(suite.toString(), parametres);
    }

    /** Of those, the ones of a list: in one situation, and expressing one need. */
    static CritereDeBesoins deLaListe(Agent agent, RechercheDeBesoins recherche, Regions regions) {
        CritereDeBesoins recensement = duRecensement(agent, recherche, regions, "");
        Map<String, Object> parametres = new HashMap<>(recensement.parametres());
        StringBuilder suite = new StringBuilder(recensement.suite());
        if (recherche.situation() != null) {
            suite.append(" and ").append(recherche.situation().condition());
        }
        if (recherche.besoin() != null || recherche.importance() > 1) {
            suite.append(" and exists (select 1 from besoin_exprime b where b.questionnaire = q.id")
                    .append(" and b.importance between :importance and :plafond");
            parametres.put("importance", recherche.importance());
            parametres.put("plafond", recherche.plafond());
            si(suite, parametres, " and b.besoin = :besoin", "besoin", recherche.besoin());
            suite.append(')');
        }
        return new CritereDeBesoins(suite.toString(), parametres);
    }

    private static void si(
            StringBuilder suite, Map<String, Object> parametres, String condition, String nom, Object valeur) {
        if (valeur != null) {
            suite.append(condition);
            parametres.put(nom, valeur);
        }
    }

    /** SQL that gives the code of the region of an initiative in the map of the search. */
    static String territoire(RechercheDeBesoins recherche, Regions regions) {
        String cas = regions.toutes().stream()
                .filter(region -> !regions.dans(recherche.decoupage(), region).equals(region))
                .map(region -> " when '" + region.code() + "' then '"
                        + regions.dans(recherche.decoupage(), region).code() + "'")
                .collect(Collectors.joining());
        return cas.isEmpty() ? "i.region" : "case i.region" + cas + " else i.region end";
    }
}

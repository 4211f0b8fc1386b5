package fr.ptce.besoins;

import fr.ptce.annuaire.BesoinsQualifies;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The needs of the questionnaires that count and are qualified, for the other rooms. */
@Repository
class BesoinsDesQuestionnaires implements BesoinsQualifies {

    private static final int MAXIMUM = 200;
    private static final String QUALIFIES =
            " from questionnaire q join initiative i on i.numero = q.initiative where q.courant and q.etat = 'qualifie'";
    private static final String PAR_PRIORITE =
            " order by case q.priorite when 'haute' then 0 when 'moyenne' then 1 else 2 end, q.initiative";

    private final JdbcClient jdbc;

    BesoinsDesQuestionnaires(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BesoinsDUneInitiative> pretesAExperimenter(String region) {
        return avecBesoins(jdbc.sql("select q.id, q.initiative, i.nom, q.stade, q.priorite" + QUALIFIES
                        + " and i.region = :region and i.retiree_le is null and q.experimentation <> 'non'"
                        + PAR_PRIORITE + " limit :maximum")
                .param("region", region)
                .param("maximum", MAXIMUM)
                .query(Ligne.class)
                .list());
    }

    @Override
    public List<BesoinsDUneInitiative> des(Collection<String> initiatives) {
        return initiatives.isEmpty()
                ? List.of()
                : avecBesoins(jdbc.sql("select q.id, q.initiative, i.nom, q.stade, q.priorite" + QUALIFIES
                                + " and q.initiative in (:initiatives)" + PAR_PRIORITE)
                        .param("initiatives", initiatives)
                        .query(Ligne.class)
                        .list());
    }

    private record Ligne(long id, String initiative, String nom, String stade, String priorite) {}

    private List<BesoinsDUneInitiative> avecBesoins(List<Ligne> lignes) {
        Map<Long, Map<String, Integer>> parQuestionnaire = new HashMap<>();
        if (!lignes.isEmpty()) {
            jdbc.sql("select questionnaire, besoin, importance from besoin_exprime where questionnaire in (:ids)"
                            + " order by importance desc, besoin")
                    .param("ids", lignes.stream().map(Ligne::id).toList())
                    .query(r -> {
                        parQuestionnaire
                                .computeIfAbsent(r.getLong("questionnaire"), id -> new LinkedHashMap<>())
                                .put(r.getString("besoin"), r.getInt("importance"));
                    });
        }
        return lignes.stream()
                .map(ligne -> new BesoinsDUneInitiative(
                        ligne.initiative(),
                        ligne.nom(),
                        parQuestionnaire.getOrDefault(ligne.id(), Map.of()),
                        ligne.stade(),
                        ligne.priorite()))
                .toList();
    }
}

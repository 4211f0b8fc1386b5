package fr.ptce.accompagnement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registered accompagnateurs as the matching sees them: skills, regions, free places, work done. */
@Repository
class Candidats {

    private static final int MAXIMUM = 1000;

    private final JdbcClient jdbc;

    Candidats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Ligne(
            long id,
            String structure,
            String courriel,
            String region,
            int capacite,
            int charge,
            int promises,
            int termines) {}

    /**
     * Those who could be asked, 1,000 at most.
     *
     * @param elargi whether people of other regions count
     * @param projets what is matched now: a place that was advised for another project, not decided yet, is not free
     */
    List<CandidatALaMission> pour(String region, boolean elargi, Collection<Long> projets) {
        List<Ligne> lignes = jdbc.sql("""
                        select a.id, a.structure, a.courriel, a.region, a.capacite,
                          (select count(*) from mission m where m.accompagnateur = a.id
                             and m.etat in ('proposee', 'acceptee')) as charge,
                          (select count(*) from proposition c join accompagnement_projet p on p.id = c.projet
                             where c.accompagnateur = a.id and c.conseillee and p.etat = 'a-affecter'
                               and p.id not in (:projets)) as promises,
                          (select count(*) from mission m where m.accompagnateur = a.id and m.etat = 'terminee')
                             as termines
                        from accompagnateur a
                        where a.etat = 'inscrit' and (:elargi or exists (select 1 from accompagnateur_region r
                          where r.accompagnateur = a.id and r.region = :region))
                        order by a.id limit :maximum
                        """)
                .param("projets", projets)
                .param("elargi", elargi)
                .param("region", region)
                .param("maximum", MAXIMUM)
                .query(Ligne.class)
                .list();
        List<Long> ids = lignes.stream().map(Ligne::id).toList();
        Map<Long, Set<String>> regions = regions(ids);
        Map<Long, Map<String, Integer>> competences = competences(ids);
        return lignes.stream()
                .map(ligne -> new CandidatALaMission(
                        ligne.id(),
                        ligne.structure(),
                        ligne.courriel(),
                        ligne.region(),
                        regions.getOrDefault(ligne.id(), Set.of(ligne.region())),
                        competences.getOrDefault(ligne.id(), Map.of()),
                        ligne.capacite() - ligne.charge() - ligne.promises(),
                        ligne.termines()))
                .toList();
    }

    private Map<Long, Set<String>> regions(List<Long> ids) {
        Map<Long, Set<String>> regions = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select accompagnateur, region from accompagnateur_region where accompagnateur in (:ids)")
                    .param("ids", ids)
                    .query(r -> {
                        regions.computeIfAbsent(r.getLong("accompagnateur"), id -> new HashSet<>())
                                .add(r.getString("region"));
                    });
        }
        return regions;
    }

    private Map<Long, Map<String, Integer>> competences(List<Long> ids) {
        Map<Long, Map<String, Integer>> competences = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select accompagnateur, besoin, niveau from accompagnateur_competence"
                            + " where accompagnateur in (:ids)")
                    .param("ids", ids)
                    .query(r -> {
                        competences
                                .computeIfAbsent(r.getLong("accompagnateur"), id -> new HashMap<>())
                                .put(r.getString("besoin"), r.getInt("niveau"));
                    });
        }
        return competences;
    }
}

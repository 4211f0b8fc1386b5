package fr.ptce.accompagnement;

import fr.ptce.moteur.Agent;
import fr.ptce.moteur.Perimetre;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The progress of the experimentation: regions × projects × stage (plan of action: three regions, three projects each).
 * As many queries for one region as for a hundred.
 */
@Repository
class Avancement {

    private final JdbcClient jdbc;

    Avancement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A region in a year.
     *
     * @param seminairesTenus held so far
     */
    record Ligne(AnneeRegionale annee, long seminairesTenus, List<Case> projets) {}

    /**
     * A project in the table.
     *
     * @param seancesPrevues null before there is a plan
     * @param minutes time given in all sessions
     * @param satisfaction 1 to 5; null before the porteur has said it
     * @param instance id of the process instance; null before it starts
     */
    record Case(
            long id,
            long regional,
            String initiative,
            String nom,
            EtatDuProjet etat,
            String accompagnateur,
            Integer seancesPrevues,
            long seances,
            long minutes,
            Integer satisfaction,
            String instance) {

        /** Time given, in hours, rounded to the half hour. */
        public double heures() {
            return Math.round(minutes / 30.0) / 2.0;
        }
    }

    /**
     * The figures of a year in the territories of the agent.
     *
     * @param regionsATrois regions with three projects that go on or ended
     * @param satisfaction mean from 1 to 5; null when no porteur has answered
     */
    record Totaux(long regions, long regionsATrois, long projets, long seances, long minutes, Double satisfaction) {

        /** Time given, in hours, rounded to the half hour. */
        public double heures() {
            return Math.round(minutes / 30.0) / 2.0;
        }
    }

    /** The years in which a region of the agent takes part, the latest first. */
    List<Integer> annees(Agent agent) {
        Perimetre perimetre = Perimetre.sur("region", agent);
        return jdbc.sql("select distinct annee from accompagnement_regional where " + perimetre.condition()
                        + " order by annee desc")
                .params(perimetre.parametres())
                .query(Integer.class)
                .list();
    }

    Totaux totaux(Agent agent, int annee) {
        Perimetre perimetre = Perimetre.sur("r.region", agent);
        return jdbc.sql("""
                        select count(*) as regions,
                          coalesce(sum(case when t.en_vie >= 3 then 1 else 0 end), 0) as regions_a_trois,
                          coalesce(sum(t.en_vie), 0) as projets,
                          coalesce(sum(t.seances), 0) as seances,
                          coalesce(sum(t.minutes), 0) as minutes,
                          cast(sum(t.points) as double precision) / nullif(sum(t.avis), 0) as satisfaction
                        from (select r.id,
                            (select count(*) from accompagnement_projet p
                               where p.regional = r.id and p.etat <> 'abandonne') as en_vie,
                            (select count(*) from accompagnement_projet p join seance s on s.projet = p.id
                               where p.regional = r.id) as seances,
                            (select sum(s.duree_minutes) from accompagnement_projet p join seance s on s.projet = p.id
                               where p.regional = r.id) as minutes,
                            (select sum(p.satisfaction) from accompagnement_projet p where p.regional = r.id) as points,
                            (select count(p.satisfaction) from accompagnement_projet p where p.regional = r.id) as avis
                          from accompagnement_regional r where r.annee = :annee and\s""" + perimetre.condition() + ") t")
                .params(perimetre.parametres())
                .param("annee", annee)
                .query((r, rang) -> new Totaux(
                        r.getLong("regions"),
                        r.getLong("regions_a_trois"),
                        r.getLong("projets"),
                        r.getLong("seances"),
                        r.getLong("minutes"),
                        r.getObject("satisfaction", Double.class)))
                .single();
    }

    /** The regions of the agent in a year, by code, with their projects: three queries. */
    List<Ligne> lignes(Agent agent, int annee, int nombre, int depuis) {
        Perimetre perimetre = Perimetre.sur("region", agent);
        List<AnneeRegionale> regionales = jdbc.sql("select * from accompagnement_regional where annee = :annee and "
                        + perimetre.condition() + " order by region limit :nombre offset :depuis")
                .params(perimetre.parametres())
                .param("annee", annee)
                .param("nombre", nombre)
                .param("depuis", depuis)
                .query(AnneesRegionales::ligne)
                .list();
        if (regionales.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Case>> projets = projets(
                        regionales.stream().map(AnneeRegionale::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Case::regional));
        Map<String, Long> seminaires = seminaires(annee);
        return regionales.stream()
                .map(regionale -> new Ligne(
                        regionale,
                        seminaires.getOrDefault(regionale.region(), 0L),
                        projets.getOrDefault(regionale.id(), List.of())))
                .toList();
    }

    /** The projects of these years, in the order of their selection. */
    List<Case> projets(Collection<Long> regionales) {
        return jdbc.sql("""
                        select p.id, p.regional, p.initiative, i.nom, p.etat, p.seances_prevues, p.satisfaction, p.instance,
                          a.prenom, a.nom as nom_accompagnateur,
                          (select count(*) from seance s where s.projet = p.id) as seances,
                          (select coalesce(sum(s.duree_minutes), 0) from seance s where s.projet = p.id) as minutes
                        from accompagnement_projet p
                          join initiative i on i.numero = p.initiative
                          left join mission m on m.projet = p.id and m.etat in ('proposee', 'acceptee', 'terminee')
                          left join accompagnateur a on a.id = m.accompagnateur
                        where p.regional in (:regionales) order by p.id
                        """)
                .param("regionales", regionales)
                .query((r, rang) -> new Case(
                        r.getLong("id"),
                        r.getLong("regional"),
                        r.getString("initiative"),
                        r.getString("nom"),
                        EtatDuProjet.de(r.getString("etat")),
                        r.getString("prenom") == null
                                ? null
                                : r.getString("prenom") + " " + r.getString("nom_accompagnateur"),
                        r.getObject("seances_prevues", Integer.class),
                        r.getLong("seances"),
                        r.getLong("minutes"),
                        r.getObject("satisfaction", Integer.class),
                        r.getString("instance")))
                .list();
    }

    private Map<String, Long> seminaires(int annee) {
        return jdbc
                .sql("select region, count(*) as nombre from seminaire where annee = :annee and etat = 'tenu'"
                        + " group by region")
                .param("annee", annee)
                .query((r, rang) -> Map.entry(r.getString("region"), r.getLong("nombre")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

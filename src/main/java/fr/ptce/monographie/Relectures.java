package fr.ptce.monographie;

import fr.ptce.base.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the reviews and of what was remarked; public for the expressions of the diagram. */
@Repository
public class Relectures {

    /** Key of a remark about the whole text. */
    static final String ENSEMBLE = "";

    /**
     * A review.
     *
     * @param tacite whether the agreement is the silence of the pôle
     * @param par account; null when somebody without one answered
     * @param remarques by rubric, {@link #ENSEMBLE} for the whole text
     */
    record Relecture(
            int tour,
            SourceDeRelecture source,
            boolean accord,
            boolean tacite,
            String par,
            Instant le,
            Map<String, String> remarques) {}

    private final JdbcClient jdbc;
    private final Clock horloge;

    Relectures(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** @param remarques by rubric, {@link #ENSEMBLE} for the whole text; without empty ones */
    @Transactional
    void consigner(
            Monographie monographie,
            SourceDeRelecture source,
            boolean accord,
            boolean tacite,
            String par,
            Map<String, String> remarques) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into relecture (monographie, tour, source, accord, tacite, relue_par, relue_le)
                        values (:monographie, :tour, :source, :accord, :tacite, :par, :le)
                        """)
                .param("monographie", monographie.id())
                .param("tour", monographie.tour())
                .param("source", source.id())
                .param("accord", accord)
                .param("tacite", tacite)
                .param("par", par)
                .param("le", Timestamp.from(horloge.instant()))
                .update(cle, "id");
        remarques.forEach((rubrique, texte) -> jdbc.sql(
                        "insert into remarque (relecture, rubrique, texte) values (:relecture, :rubrique, :texte)")
                .param("relecture", cle.getKeyAs(Long.class))
                .param("rubrique", ENSEMBLE.equals(rubrique) ? null : rubrique)
                .param("texte", texte)
                .update());
    }

    /** Whether the pôle or the pilot asks for corrections in the current round of a monograph. */
    public boolean correctionsDemandees(long monographie) {
        return jdbc.sql(
                                "select count(*) from relecture r join monographie m on m.id = r.monographie and m.tour = r.tour"
                                        + " where m.id = :monographie and not r.accord")
                        .param("monographie", monographie)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The reviews of the current round of a monograph, in the order they came. */
    List<Relecture> duTour(Monographie monographie) {
        return deLaMonographie(monographie.id()).stream()
                .filter(relecture -> relecture.tour() == monographie.tour())
                .toList();
    }

    /** All reviews of a monograph, the latest round first. */
    List<Relecture> deLaMonographie(long monographie) {
        Map<Long, Relecture> parId = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.*, q.rubrique, q.texte from relecture r left join remarque q on q.relecture = r.id
                        where r.monographie = :monographie order by r.tour desc, r.id, q.id
                        """).param("monographie", monographie).query(r -> {
            long id = r.getLong("id");
            if (!parId.containsKey(id)) {
                parId.put(
                        id,
                        new Relecture(
                                r.getInt("tour"),
                                SourceDeRelecture.de(r.getString("source")),
                                r.getBoolean("accord"),
                                r.getBoolean("tacite"),
                                r.getString("relue_par"),
                                Sql.instant(r, "relue_le"),
                                new LinkedHashMap<>()));
            }
            if (r.getString("texte") != null) {
                String rubrique = r.getString("rubrique");
                parId.get(id).remarques().put(rubrique == null ? ENSEMBLE : rubrique, r.getString("texte"));
            }
        });
        return new ArrayList<>(parId.values());
    }
}

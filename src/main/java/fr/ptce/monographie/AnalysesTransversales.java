package fr.ptce.monographie;

import fr.ptce.base.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of the transversal analyses, one for every three validated monographs (design, §8); public for the
 * expressions of the diagram.
 */
@Repository
public class AnalysesTransversales {

    /** Monographs of one analysis. */
    static final int MONOGRAPHIES = 3;

    /**
     * An analysis.
     *
     * @param redigeePar account of whoever wrote it; null until it is written
     * @param remarque why the committee sends it back; null when it does not
     */
    record Analyse(long id, String grille, String redigeePar, String remarque, Instant ouverteLe, Instant valideeLe) {

        private static final String PREFIXE = "ANALYSE-";

        /** {@code ANALYSE-0001}: business key of its process. */
        public String reference() {
            return reference(id);
        }

        static String reference(long id) {
            return String.format(Locale.ROOT, PREFIXE + "%04d", id);
        }
    }

    private final JdbcClient jdbc;
    private final Clock horloge;

    AnalysesTransversales(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Whether three validated monographs are in no analysis yet. */
    public boolean attendue() {
        return jdbc.sql(
                                "select count(*) from monographie where validee_le is not null and analyse_transversale is null")
                        .query(Long.class)
                        .single()
                >= MONOGRAPHIES;
    }

    private List<Long> sansAnalyse() {
        return jdbc.sql("select id from monographie where validee_le is not null and analyse_transversale is null"
                        + " order by validee_le, id limit " + MONOGRAPHIES + " for update")
                .query(Long.class)
                .list();
    }

    /** Opens the analysis of the three oldest monographs without one; empty when somebody else has opened it. */
    @Transactional
    Optional<Analyse> ouvrir() {
        List<Long> trois = sansAnalyse();
        if (trois.size() < MONOGRAPHIES) {
            return Optional.empty();
        }
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("insert into analyse_transversale (ouverte_le, grille) values (:le, :grille)")
                .param("le", Timestamp.from(horloge.instant()))
                .param("grille", Grille.COURANTE)
                .update(cle, "id");
        long id = cle.getKeyAs(Long.class);
        jdbc.sql("update monographie set analyse_transversale = :analyse where id in (:ids)")
                .param("analyse", id)
                .param("ids", trois)
                .update();
        return Optional.of(lire(id));
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    Analyse lire(long id) {
        return chercher(id).orElseThrow();
    }

    Optional<Analyse> chercher(long id) {
        return jdbc.sql("select * from analyse_transversale where id = :id")
                .param("id", id)
                .query((r, rang) -> new Analyse(
                        r.getLong("id"),
                        r.getString("grille"),
                        r.getString("redigee_par"),
                        r.getString("remarque"),
                        Sql.instant(r, "ouverte_le"),
                        Sql.instant(r, "validee_le")))
                .optional();
    }

    /** Ids, the latest first, ten at most. */
    List<Long> dernieres() {
        return jdbc.sql("select id from analyse_transversale order by id desc limit 10")
                .query(Long.class)
                .list();
    }

    void rediger(long id, String par) {
        jdbc.sql("update analyse_transversale set redigee_par = :par where id = :id")
                .param("par", par)
                .param("id", id)
                .update();
    }

    void valider(long id) {
        jdbc.sql("update analyse_transversale set validee_le = :le, remarque = null where id = :id")
                .param("le", Timestamp.from(horloge.instant()))
                .param("id", id)
                .update();
    }

    void renvoyer(long id, String remarque) {
        jdbc.sql("update analyse_transversale set remarque = :remarque where id = :id")
                .param("remarque", remarque)
                .param("id", id)
                .update();
    }
}

package fr.ptce.monographie;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rubrics as they are being written, by work (a monograph or an analysis), and as they were given to be reviewed. */
@Repository
class Redactions {

    /**
     * A rubric as somebody left it.
     *
     * @param texte Markdown, empty when nothing is written
     * @param version 0 when nothing was ever written
     * @param par account; null when nothing was ever written, as {@code le}
     */
    record Texte(String texte, int version, String par, Instant le) {

        static final Texte VIDE = new Texte("", 0, null, null);
    }

    private final JdbcClient jdbc;
    private final Clock horloge;

    Redactions(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** What is written of a work, by rubric. */
    Map<String, Texte> deLOuvrage(String ouvrage) {
        Map<String, Texte> textes = new HashMap<>();
        jdbc.sql("select * from rubrique_redigee where ouvrage = :ouvrage")
                .param("ouvrage", ouvrage)
                .query(r -> {
                    textes.put(r.getString("rubrique"), ligne(r, 0));
                });
        return textes;
    }

    Texte lire(String ouvrage, String rubrique) {
        return jdbc.sql("select * from rubrique_redigee where ouvrage = :ouvrage and rubrique = :rubrique")
                .param("ouvrage", ouvrage)
                .param("rubrique", rubrique)
                .query(Redactions::ligne)
                .optional()
                .orElse(Texte.VIDE);
    }

    /** What is written of a work, by rubric, without who wrote it. */
    Map<String, String> textes(String ouvrage) {
        return deLOuvrage(ouvrage).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, ecrit -> ecrit.getValue().texte()));
    }

    /** {@return false when somebody else has written since this version was read; nothing changes then} */
    boolean ecrire(String ouvrage, String rubrique, String texte, int versionLue, String par) {
        return versionLue == 0
                ? inserer(ouvrage, rubrique, texte, par)
                : jdbc.sql("""
                                update rubrique_redigee set texte = :texte, version = version + 1, ecrite_par = :par,
                                  ecrite_le = :le where ouvrage = :ouvrage and rubrique = :rubrique and version = :version
                                """)
                                .param("texte", texte)
                                .param("par", par)
                                .param("le", Timestamp.from(horloge.instant()))
                                .param("ouvrage", ouvrage)
                                .param("rubrique", rubrique)
                                .param("version", versionLue)
                                .update()
                        > 0;
    }

    private boolean inserer(String ouvrage, String rubrique, String texte, String par) {
        try {
            jdbc.sql("insert into rubrique_redigee (ouvrage, rubrique, texte, version, ecrite_par, ecrite_le)"
                            + " values (:ouvrage, :rubrique, :texte, 1, :par, :le)")
                    .param("ouvrage", ouvrage)
                    .param("rubrique", rubrique)
                    .param("texte", texte)
                    .param("par", par)
                    .param("le", Timestamp.from(horloge.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException dejaEcrite) {
            return false;
        }
    }

    /** Keeps the texts of a monograph as they are given to be reviewed in a round. */
    void figer(long monographie, int tour, Map<String, String> textes) {
        textes.forEach((rubrique, texte) -> jdbc.sql("insert into rubrique_figee (monographie, tour, rubrique, texte)"
                        + " values (:monographie, :tour, :rubrique, :texte)")
                .param("monographie", monographie)
                .param("tour", tour)
                .param("rubrique", rubrique)
                .param("texte", texte)
                .update());
    }

    /** The texts of a round, by rubric; empty for a round that was not. */
    Map<String, String> duTour(long monographie, int tour) {
        Map<String, String> textes = new LinkedHashMap<>();
        jdbc.sql("select rubrique, texte from rubrique_figee where monographie = :monographie and tour = :tour")
                .param("monographie", monographie)
                .param("tour", tour)
                .query(r -> {
                    textes.put(r.getString("rubrique"), r.getString("texte"));
                });
        return textes;
    }

    private static Texte ligne(ResultSet r, int rang) throws SQLException {
        return new Texte(
                r.getString("texte"), r.getInt("version"), r.getString("ecrite_par"), Sql.instant(r, "ecrite_le"));
    }
}

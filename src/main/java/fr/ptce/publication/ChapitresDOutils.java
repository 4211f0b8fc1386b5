package fr.ptce.publication;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the chapters of the toolbox; the migration that makes it writes the six of the plan. */
@Repository
class ChapitresDOutils {

    private final JdbcClient jdbc;
    private final Clock horloge;

    ChapitresDOutils(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** In their order. */
    List<ChapitreDOutils> tous() {
        return jdbc.sql("select * from chapitre_outils order by rang")
                .query(ChapitresDOutils::ligne)
                .list();
    }

    Optional<ChapitreDOutils> chercher(String id) {
        return jdbc.sql("select * from chapitre_outils where id = :id")
                .param("id", id)
                .query(ChapitresDOutils::ligne)
                .optional();
    }

    /** {@return false when somebody else has written since this version was read; nothing changes then} */
    boolean ecrire(String id, EtatDeChapitre etat, LocalDate echeance, String texte, int versionLue, String par) {
        return jdbc.sql("""
                                update chapitre_outils set etat = :etat, echeance = :echeance, texte = :texte,
                                  version = version + 1, modifie_par = :par, modifie_le = :le
                                where id = :id and version = :version
                                """)
                        .param("etat", etat.id())
                        .param("echeance", echeance)
                        .param("texte", texte)
                        .param("par", par)
                        .param("le", Timestamp.from(horloge.instant()))
                        .param("id", id)
                        .param("version", versionLue)
                        .update()
                > 0;
    }

    private static ChapitreDOutils ligne(ResultSet r, int rang) throws SQLException {
        return new ChapitreDOutils(
                r.getString("id"),
                r.getInt("rang"),
                r.getString("titre"),
                r.getString("presentation"),
                r.getString("pilote"),
                EtatDeChapitre.de(r.getString("etat")),
                r.getObject("echeance", LocalDate.class),
                r.getString("texte"),
                r.getInt("version"),
                Sql.instant(r, "modifie_le"));
    }
}

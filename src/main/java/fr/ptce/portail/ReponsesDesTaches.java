package fr.ptce.portail;

import fr.ptce.base.ChampsJson;
import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts and answers of the tasks that somebody has a personal link to. */
@Component
public class ReponsesDesTaches {

    private static final String LECTURE =
            "select tache, nom, repondue_le, par, formulaire, contenu from reponse_de_tache ";

    private final JdbcClient jdbc;
    private final Clock horloge;

    ReponsesDesTaches(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** What was answered to a task; empty as long as nobody answered. */
    public Optional<ReponseDeTache> lire(String tache) {
        return jdbc.sql(LECTURE + "where tache = :tache")
                .param("tache", tache)
                .query(ReponsesDesTaches::lire)
                .optional();
    }

    /** What was answered for a dossier, newest first, a hundred at most. */
    public List<ReponseDeTache> duDossier(String dossier) {
        return jdbc.sql(LECTURE + "where dossier = :dossier order by repondue_le desc fetch first 100 rows only")
                .param("dossier", dossier)
                .query(ReponsesDesTaches::lire)
                .list();
    }

    /** Records an answer; its draft is no longer needed. */
    void inscrire(
            String tache, String dossier, String nom, String par, String formulaire, Map<String, Object> contenu) {
        jdbc.sql("insert into reponse_de_tache (tache, dossier, nom, repondue_le, par, formulaire, contenu)"
                        + " values (:tache, :dossier, :nom, :maintenant, :par, :formulaire, :contenu)")
                .param("tache", tache)
                .param("dossier", dossier)
                .param("nom", nom)
                .param("maintenant", maintenant())
                .param("par", par)
                .param("formulaire", formulaire)
                .param("contenu", ChampsJson.ecrire(contenu))
                .update();
        oublierLeBrouillon(tache);
    }

    /** The draft of a task; empty map when there is none. */
    Map<String, Object> brouillon(String tache) {
        return jdbc.sql("select contenu from brouillon_de_tache where tache = :tache")
                .param("tache", tache)
                .query(String.class)
                .optional()
                .map(ChampsJson::lire)
                .orElse(Map.of());
    }

    /** Keeps a draft in the place of the former one. */
    void garder(String tache, Map<String, Object> champs) {
        String contenu = ChampsJson.ecrire(champs);
        int remplaces = jdbc.sql(
                        "update brouillon_de_tache set contenu = :contenu, enregistre_le = :le where tache = :tache")
                .param("contenu", contenu)
                .param("le", maintenant())
                .param("tache", tache)
                .update();
        if (remplaces == 0) {
            jdbc.sql("insert into brouillon_de_tache (tache, contenu, enregistre_le) values (:tache, :contenu, :le)")
                    .param("contenu", contenu)
                    .param("le", maintenant())
                    .param("tache", tache)
                    .update();
        }
    }

    /** Does nothing when there is no draft. */
    void oublierLeBrouillon(String tache) {
        jdbc.sql("delete from brouillon_de_tache where tache = :tache")
                .param("tache", tache)
                .update();
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }

    private static ReponseDeTache lire(ResultSet ligne, int rang) throws SQLException {
        return new ReponseDeTache(
                ligne.getString("tache"),
                ligne.getString("nom"),
                Sql.instant(ligne, "repondue_le"),
                ligne.getString("par"),
                ligne.getString("formulaire"),
                ChampsJson.lire(ligne.getString("contenu")));
    }
}

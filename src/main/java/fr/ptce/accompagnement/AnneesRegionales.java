package fr.ptce.accompagnement;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of the years of experimentation. */
@Repository
class AnneesRegionales {

    /** Something that happened in a year. */
    record Evenement(Instant le, String libelle) {}

    private final JdbcClient jdbc;
    private final Clock horloge;

    AnneesRegionales(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when this region has this year already */
    long ouvrir(String region, int annee, int seminaires, String par) {
        KeyHolder cle = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into accompagnement_regional (region, annee, etat, seminaires_prevus, ouvert_par, ouvert_le)
                        values (:region, :annee, :etat, :seminaires, :par, :le)
                        """)
                .param("region", region)
                .param("annee", annee)
                .param("etat", EtatDeLAnnee.SELECTION.id())
                .param("seminaires", seminaires)
                .param("par", par)
                .param("le", maintenant())
                .update(cle, "id");
        return cle.getKeyAs(Long.class);
    }

    boolean existe(String region, int annee) {
        return jdbc.sql("select count(*) from accompagnement_regional where region = :region and annee = :annee")
                        .param("region", region)
                        .param("annee", annee)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws EmptyResultDataAccessException when there is none */
    AnneeRegionale lire(long id) {
        return chercher(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    Optional<AnneeRegionale> chercher(long id) {
        return jdbc.sql("select * from accompagnement_regional where id = :id")
                .param("id", id)
                .query(AnneesRegionales::ligne)
                .optional();
    }

    void etat(long id, EtatDeLAnnee etat) {
        jdbc.sql("update accompagnement_regional set etat = :etat where id = :id")
                .param("etat", etat.id())
                .param("id", id)
                .update();
    }

    /** @param motif null when the pilot said nothing */
    void selectionner(long id, String motif) {
        jdbc.sql("update accompagnement_regional set etat = :etat, motif_selection = :motif where id = :id")
                .param("etat", EtatDeLAnnee.ACCOMPAGNEMENT.id())
                .param("motif", motif)
                .param("id", id)
                .update();
    }

    void moinsDeSeminaires(long id, String motif) {
        jdbc.sql("update accompagnement_regional set motif_seminaires = :motif where id = :id")
                .param("motif", motif)
                .param("id", id)
                .update();
    }

    void rendreLeBilan(long id, String bilan, String enseignements, String par) {
        jdbc.sql("""
                        update accompagnement_regional set etat = :etat, bilan = :bilan, enseignements = :enseignements,
                          bilan_par = :par, bilan_le = :le where id = :id
                        """)
                .param("etat", EtatDeLAnnee.TERMINEE.id())
                .param("bilan", bilan)
                .param("enseignements", enseignements)
                .param("par", par)
                .param("le", maintenant())
                .param("id", id)
                .update();
    }

    /** The years of all regions whose bilan is given, by region. */
    List<AnneeRegionale> avecBilan(int annee) {
        return jdbc.sql("select * from accompagnement_regional where annee = :annee and bilan_le is not null"
                        + " order by region")
                .param("annee", annee)
                .query(AnneesRegionales::ligne)
                .list();
    }

    /** Adds an event of now; {@code auteur} may be null. */
    void consigner(long id, String auteur, String libelle) {
        jdbc.sql("insert into evenement_regional (regional, survenu_le, auteur, libelle)"
                        + " values (:id, :le, :auteur, :libelle)")
                .param("id", id)
                .param("le", maintenant())
                .param("auteur", auteur)
                .param("libelle", libelle)
                .update();
    }

    /** The latest events of a year (500 at most), oldest first. */
    List<Evenement> evenements(long id) {
        return jdbc.sql("""
                        select * from (select * from evenement_regional where regional = :id
                          order by survenu_le desc, id desc limit 500) recents
                        order by survenu_le, id
                        """)
                .param("id", id)
                .query((r, rang) -> new Evenement(Sql.instant(r, "survenu_le"), r.getString("libelle")))
                .list();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    static AnneeRegionale ligne(ResultSet r, int rang) throws SQLException {
        return new AnneeRegionale(
                r.getLong("id"),
                r.getString("region"),
                r.getInt("annee"),
                EtatDeLAnnee.de(r.getString("etat")),
                r.getInt("seminaires_prevus"),
                Sql.instant(r, "ouvert_le"),
                r.getString("motif_selection"),
                r.getString("motif_seminaires"),
                r.getString("bilan"),
                r.getString("enseignements"),
                Sql.instant(r, "bilan_le"));
    }
}

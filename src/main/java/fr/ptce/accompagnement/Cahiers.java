package fr.ptce.accompagnement;

import fr.ptce.annuaire.LecteurCsv;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables of the handbooks « Accompagner la coopération territoriale » and of their chapters, which are those of the
 * plan of action; public for the expressions of the diagram.
 */
@Repository
public class Cahiers {

    /** Regions whose bilan is needed for a handbook (plan of action: three regions at least). */
    static final int BILANS_ATTENDUS = 3;

    private final JdbcClient jdbc;
    private final Clock horloge;

    Cahiers(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    boolean existe(int annee) {
        return jdbc.sql("select count(*) from cahier where annee = :annee")
                        .param("annee", annee)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Opens the handbook of a year with its chapters.
     *
     * @return false when it is open already
     */
    @Transactional
    boolean ouvrir(int annee) {
        if (existe(annee)) {
            return false;
        }
        jdbc.sql("insert into cahier (annee, ouvert_le) values (:annee, :le)")
                .param("annee", annee)
                .param("le", maintenant())
                .update();
        LecteurCsv.lire("accompagnement/chapitres.csv", ligne -> jdbc.sql(
                        "insert into chapitre (cahier, rang, titre, consigne, etat)"
                                + " values (:annee, :rang, :titre, :consigne, 'a-ecrire')")
                .param("annee", annee)
                .param("rang", Integer.valueOf(ligne.get("rang")))
                .param("titre", ligne.get("titre"))
                .param("consigne", ligne.get("consigne"))
                .update());
        return true;
    }

    /** Ids of the chapters of a year that are not accepted, in their order. */
    public List<Long> aEcrire(int annee) {
        return jdbc.sql("select id from chapitre where cahier = :annee and etat <> 'pret' order by rang")
                .param("annee", annee)
                .query(Long.class)
                .list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    Chapitre lire(long id) {
        return jdbc.sql("select * from chapitre where id = :id")
                .param("id", id)
                .query(Cahiers::ligne)
                .single();
    }

    /** The chapters of a year, in their order. */
    List<Chapitre> chapitres(int annee) {
        return jdbc.sql("select * from chapitre where cahier = :annee order by rang")
                .param("annee", annee)
                .query(Cahiers::ligne)
                .list();
    }

    void rediger(long id, Chapitre.Texte texte, String par) {
        jdbc.sql("update chapitre set etat = 'a-relire', essentiel = :essentiel, developpement = :developpement,"
                        + " outils = :outils, redige_par = :par, redige_le = :le where id = :id")
                .param("essentiel", texte.essentiel())
                .param("developpement", texte.developpement())
                .param("outils", texte.outils())
                .param("par", par)
                .param("le", maintenant())
                .param("id", id)
                .update();
    }

    void accepter(long id, String par) {
        jdbc.sql("update chapitre set etat = 'pret', remarque = null, relu_par = :par, relu_le = :le where id = :id")
                .param("par", par)
                .param("le", maintenant())
                .param("id", id)
                .update();
    }

    /** Sends chapters back to their authors. */
    void renvoyer(Collection<Long> ids, String remarque) {
        jdbc.sql("update chapitre set etat = 'a-ecrire', remarque = :remarque where id in (:ids)")
                .param("remarque", remarque)
                .param("ids", ids)
                .update();
    }

    void valider(int annee, String par) {
        jdbc.sql("update cahier set valide_par = :par, valide_le = :le where annee = :annee")
                .param("par", par)
                .param("le", maintenant())
                .param("annee", annee)
                .update();
    }

    boolean valide(int annee) {
        return jdbc.sql("select count(*) from cahier where annee = :annee and valide_le is not null")
                        .param("annee", annee)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private static Chapitre ligne(ResultSet r, int rang) throws SQLException {
        return new Chapitre(
                r.getLong("id"),
                r.getInt("cahier"),
                r.getInt("rang"),
                r.getString("titre"),
                r.getString("consigne"),
                "pret".equals(r.getString("etat")),
                r.getString("essentiel") == null
                        ? null
                        : new Chapitre.Texte(
                                r.getString("essentiel"), r.getString("developpement"), r.getString("outils")),
                r.getString("remarque"));
    }
}

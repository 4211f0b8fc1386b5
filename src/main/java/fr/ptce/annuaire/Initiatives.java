package fr.ptce.annuaire;

import fr.ptce.base.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of the retained initiatives: written by the room that decides on them, read by those that follow, which
 * may join its tables {@code initiative} and {@code initiative_theme} to theirs.
 */
@Repository
public class Initiatives {

    private final JdbcClient jdbc;
    private final Clock horloge;

    Initiatives(JdbcClient jdbc, Clock horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Adds an initiative that is retained now; {@code retireeLe} is not read. */
    @Transactional
    public void inscrire(Initiative initiative) {
        jdbc.sql("""
                        insert into initiative (numero, campagne, nom, region, categorie, themes, contact_nom,
                          contact_courriel, contact_telephone, retenue_le)
                        values (:numero, :campagne, :nom, :region, :categorie, :themes, :contact, :courriel, :telephone,
                          :le)
                        """)
                .param("numero", initiative.numero())
                .param("campagne", initiative.campagne())
                .param("nom", initiative.nom())
                .param("region", initiative.region())
                .param("categorie", initiative.categorie())
                .param("themes", String.join(",", initiative.themes()))
                .param("contact", initiative.contactNom())
                .param("courriel", initiative.contactCourriel())
                .param("telephone", initiative.contactTelephone())
                .param("le", Timestamp.from(horloge.instant()))
                .update();
        initiative.themes().forEach(theme -> jdbc.sql("insert into initiative_theme values (:numero, :theme)")
                .param("numero", initiative.numero())
                .param("theme", theme)
                .update());
    }

    /** Does nothing when the initiative is not registered. */
    public void changerLaCategorie(String numero, String categorie) {
        jdbc.sql("update initiative set categorie = :categorie where numero = :numero")
                .param("categorie", categorie)
                .param("numero", numero)
                .update();
    }

    /** The porteur withdraws it; does nothing when it is withdrawn already or not registered. */
    public void retirer(String numero) {
        jdbc.sql("update initiative set retiree_le = :le where numero = :numero and retiree_le is null")
                .param("le", Timestamp.from(horloge.instant()))
                .param("numero", numero)
                .update();
    }

    public Optional<Initiative> chercher(String numero) {
        return lire("select * from initiative where numero = :numero", numero);
    }

    /** Reads an initiative and keeps others from changing what depends on it until the transaction ends. */
    public Optional<Initiative> verrouiller(String numero) {
        return lire("select * from initiative where numero = :numero for update", numero);
    }

    private Optional<Initiative> lire(String requete, String numero) {
        return jdbc.sql(requete)
                .param("numero", numero)
                .query(Initiatives::ligne)
                .optional();
    }

    /** Codes of the calls whose initiatives are registered, the latest call first. */
    public List<String> campagnes() {
        return jdbc.sql("select campagne from initiative group by campagne order by max(retenue_le) desc, campagne")
                .query(String.class)
                .list();
    }

    /** The contact addresses of these initiatives, by number; one without an address is absent. */
    public Map<String, String> adresses(Collection<String> numeros) {
        Map<String, String> adresses = new HashMap<>();
        jdbc.sql("select numero, contact_courriel from initiative where numero in (:numeros)"
                        + " and trim(contact_courriel) <> ''")
                .param("numeros", numeros)
                .query((ligne, rang) -> adresses.put(ligne.getString("numero"), ligne.getString("contact_courriel")))
                .list();
        return adresses;
    }

    private static Initiative ligne(ResultSet r, int rang) throws SQLException {
        return new Initiative(
                r.getString("numero"),
                r.getString("campagne"),
                r.getString("nom"),
                r.getString("region"),
                Sql.liste(r, "themes"),
                r.getString("categorie"),
                r.getString("contact_nom"),
                r.getString("contact_courriel"),
                r.getString("contact_telephone"),
                Sql.instant(r, "retiree_le"));
    }
}
